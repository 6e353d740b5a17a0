package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block volume that is mounted as a file system, or a file system that is used as a device. */
public final class VolumeModeMismatch extends ContainerRule {

    public VolumeModeMismatch() {
        super(
                Level.ERROR,
                new Rule(
                        "volume-mode-mismatch",
                        "createVolumeSpec",
                        "pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go"),
                "The kubelet does not mount the volume, and the pod stays in ContainerCreating.",
                "Use volumeDevices for volumeMode: Block, and volumeMounts for a file system.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        checkMounts(set, workload, place, report);
        checkDevices(set, workload, place, report);
    }

    private void checkMounts(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            String name = mounts.get(i) == null ? null : mounts.get(i).getName();
            if (claim(set, workload, name).filter(VolumeModeMismatch::isBlock).isPresent()) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".volumeMounts[" + i + "].name",
                        "The claim of \"" + name + "\" has volumeMode: Block.");
            }
        }
    }

    private void checkDevices(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        List<VolumeDevice> devices = PodOwner.orEmpty(place.container().getVolumeDevices());
        for (int i = 0; i < devices.size(); i++) {
            String name = devices.get(i) == null ? null : devices.get(i).getName();
            if (claim(set, workload, name).filter(spec -> !isBlock(spec)).isPresent()) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".volumeDevices[" + i + "].name",
                        "The claim of \"" + name + "\" has volumeMode: Filesystem.");
            }
        }
    }

    private static boolean isBlock(PersistentVolumeClaimSpec spec) {
        return "Block".equals(spec.getVolumeMode());
    }

    private static Optional<PersistentVolumeClaimSpec> claim(ObjectSet set, PodOwner workload, @Nullable String name) {
        if (name != null && workload.hasClaimTemplate(name)) {
            return workload.claimTemplates().stream()
                    .filter(candidate -> candidate.getMetadata() != null
                            && name.equals(candidate.getMetadata().getName()))
                    .findFirst()
                    .map(PersistentVolumeClaim::getSpec);
        }
        return workload.volume(name).flatMap(place -> claim(set, workload, place.volume()));
    }

    private static Optional<PersistentVolumeClaimSpec> claim(ObjectSet set, PodOwner workload, Volume volume) {
        var ephemeral = volume.getEphemeral();
        if (ephemeral != null && ephemeral.getVolumeClaimTemplate() != null) {
            return Optional.ofNullable(ephemeral.getVolumeClaimTemplate().getSpec());
        }
        var source = volume.getPersistentVolumeClaim();
        return source == null
                ? Optional.empty()
                : set.find(PersistentVolumeClaim.class, workload.object(), workload.namespace(), source.getClaimName())
                        .map(PersistentVolumeClaim::getSpec);
    }
}
