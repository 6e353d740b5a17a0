package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Locale;

/** A {@code subPath} mount of a ConfigMap or Secret that can change. */
public final class SubPathNeverRefreshes extends ContainerRule {

    public SubPathNeverRefreshes() {
        super(
                Level.WARNING,
                new Rule(
                        "sub-path-never-refreshes", "prepareSubpathTarget", "pkg/volume/util/subpath/subpath_linux.go"),
                "The container keeps the file that it started with until the next restart, and nothing restarts it.",
                "Mount the whole volume, or put a checksum of the data into an annotation of the pod " + "template.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        if (!workload.isController() || !place.keepsRunning()) {
            return;
        }
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            if (mount != null
                    && mount.getSubPath() != null
                    && !mount.getSubPath().isEmpty()
                    && canChange(set, workload, mount)
                    && !restartsOnChange(workload)) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".volumeMounts[" + i + "].subPath",
                        "Volume \"" + mount.getName() + "\" is mounted with a subPath.");
            }
        }
    }

    private static boolean canChange(ObjectSet set, PodOwner workload, VolumeMount mount) {
        return workload.volume(mount.getName())
                .filter(found -> canChange(set, workload, found.volume()))
                .isPresent();
    }

    private static boolean canChange(ObjectSet set, PodOwner workload, Volume volume) {
        if (volume.getConfigMap() != null) {
            return set.find(
                            ConfigMap.class,
                            workload.object(),
                            workload.namespace(),
                            volume.getConfigMap().getName())
                    .filter(map -> Boolean.TRUE.equals(map.getImmutable()))
                    .isEmpty();
        }
        return volume.getSecret() != null
                && set.find(
                                Secret.class,
                                workload.object(),
                                workload.namespace(),
                                volume.getSecret().getSecretName())
                        .filter(secret -> Boolean.TRUE.equals(secret.getImmutable()))
                        .isEmpty();
    }

    /** Whether an annotation of the template changes with the data, which makes the controller restart the pods. */
    private static boolean restartsOnChange(PodOwner workload) {
        return workload.pod().annotations().keySet().stream()
                .map(key -> key.toLowerCase(Locale.ROOT))
                .anyMatch(key -> key.contains("checksum") || key.contains("hash"));
    }
}
