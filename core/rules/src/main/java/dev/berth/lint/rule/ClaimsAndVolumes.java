package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the claims and the volumes of a set name each other: by a class, or a claim names its volume. */
final class ClaimsAndVolumes {

    private final Set<String> classesOfVolumes = new HashSet<>();
    private boolean mayNameVolumes;

    void add(HasMetadata object) {
        if (object instanceof PersistentVolumeClaim claim) {
            mayNameVolumes |= namesVolume(claim.getSpec());
        } else if (object instanceof PersistentVolume volume
                && volume.getSpec() != null
                && volume.getSpec().getStorageClassName() != null) {
            classesOfVolumes.add(volume.getSpec().getStorageClassName());
        }
    }

    void add(PodOwner workload) {
        for (PersistentVolumeClaim template : workload.claimTemplates()) {
            mayNameVolumes |= namesVolume(template.getSpec());
        }
        for (PodOwner.VolumePlace place : workload.volumes().values()) {
            mayNameVolumes |= place.volume().getEphemeral() != null;
        }
    }

    private static boolean namesVolume(@Nullable PersistentVolumeClaimSpec spec) {
        return spec != null && spec.getVolumeName() != null;
    }

    /** Returns whether a claim, a claim template or an ephemeral volume may name its volume. Most sets have none. */
    boolean mayNameVolumes() {
        return mayNameVolumes;
    }

    boolean hasVolumeOfClass(String storageClass) {
        return classesOfVolumes.contains(storageClass);
    }
}
