package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mount with the {@code subPath} of a file that the ConfigMap or Secret behind the volume does not have. */
public final class MissingSubPath extends ContainerRule {

    public MissingSubPath() {
        super(
                Level.ERROR,
                new Rule("sub-path-missing", "makeMounts", "pkg/kubelet/kubelet_pods.go"),
                "The kubelet creates an empty directory in place of the file.",
                "Name a key that exists.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            if (mount != null
                    && mount.getSubPath() != null
                    && !mount.getSubPath().isEmpty()) {
                check(set, workload, place.path() + ".volumeMounts[" + i + "].subPath", mount, report);
            }
        }
    }

    private void check(ObjectSet set, PodOwner workload, String path, VolumeMount mount, LintReport report) {
        workload.volume(mount.getName())
                .flatMap(place -> filesOf(set, workload, place.volume()))
                .filter(files -> !files.contains(mount.getSubPath()))
                .ifPresent(files -> Keys.reportOn(set, files, report)
                        .notFound(
                                this,
                                workload.object(),
                                path,
                                "Volume \"" + mount.getName() + "\" has no file \"" + mount.getSubPath() + "\". "
                                        + Keys.listed(files) + Nearest.question(mount.getSubPath(), files)));
    }

    /** Returns the files at the root of the volume; empty if the set does not determine them. */
    private static Optional<Set<String>> filesOf(ObjectSet set, PodOwner workload, Volume volume) {
        if (volume.getConfigMap() != null
                && !Boolean.TRUE.equals(volume.getConfigMap().getOptional())) {
            return PodOwner.orEmpty(volume.getConfigMap().getItems()).isEmpty()
                    ? Keys.of(
                            set,
                            workload.object(),
                            "ConfigMap",
                            workload.namespace(),
                            text(volume.getConfigMap().getName()))
                    : Optional.empty();
        }
        if (volume.getSecret() != null
                && !Boolean.TRUE.equals(volume.getSecret().getOptional())) {
            return PodOwner.orEmpty(volume.getSecret().getItems()).isEmpty()
                    ? Keys.of(
                            set,
                            workload.object(),
                            "Secret",
                            workload.namespace(),
                            text(volume.getSecret().getSecretName()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
