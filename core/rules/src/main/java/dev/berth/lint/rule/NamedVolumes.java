package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import org.jspecify.annotations.Nullable;

/** Whether any claim of a set may name its volume. Most sets have none, so nobody has to look for them. */
final class NamedVolumes {

    private boolean any;

    void add(HasMetadata object) {
        any |= object instanceof PersistentVolumeClaim claim && isIn(claim.getSpec());
    }

    void add(PodOwner workload) {
        for (PersistentVolumeClaim template : workload.claimTemplates()) {
            any |= isIn(template.getSpec());
        }
        for (PodOwner.VolumePlace place : workload.volumes().values()) {
            any |= place.volume().getEphemeral() != null;
        }
    }

    private static boolean isIn(@Nullable PersistentVolumeClaimSpec spec) {
        return spec != null && spec.getVolumeName() != null;
    }

    boolean mayExist() {
        return any;
    }
}
