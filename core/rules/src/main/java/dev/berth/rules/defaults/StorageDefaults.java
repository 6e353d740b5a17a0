package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.AzureDiskVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedObjectReference;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import org.jspecify.annotations.Nullable;

/**
 * {@code SetDefaults_PersistentVolume}, {@code SetDefaults_PersistentVolumeClaimSpec} in {@code
 * pkg/apis/core/v1/defaults.go}, {@code SetDefaults_StorageClass} in {@code pkg/apis/storage/v1/defaults.go}, and how
 * {@code pkg/api/persistentvolumeclaim/util.go} normalizes data sources.
 */
public final class StorageDefaults {
    private StorageDefaults() {}

    /** The reclaim policy and the binding mode of a StorageClass. */
    public static void storageClass(StorageClass storageClass) {
        if (storageClass.getReclaimPolicy() == null) {
            storageClass.setReclaimPolicy("Delete");
        }
        if (storageClass.getVolumeBindingMode() == null) {
            storageClass.setVolumeBindingMode("Immediate");
        }
    }

    /** The reclaim policy, the volume mode and the source of a PersistentVolume. */
    public static void volume(PersistentVolume volume) {
        if (volume.getSpec() == null) {
            volume.setSpec(new PersistentVolumeSpec());
        }
        PersistentVolumeSpec spec = volume.getSpec();
        if (Zero.isEmpty(spec.getPersistentVolumeReclaimPolicy())) {
            spec.setPersistentVolumeReclaimPolicy("Retain");
        }
        if (spec.getVolumeMode() == null) {
            spec.setVolumeMode("Filesystem");
        }
        if (spec.getHostPath() != null && spec.getHostPath().getType() == null) {
            spec.getHostPath().setType("");
        }
        // The field is no pointer: encoding/json drops an empty string (omitempty in
        // staging/src/k8s.io/api/core/v1/types.go).
        if (Zero.isEmpty(spec.getStorageClassName())) {
            spec.setStorageClassName(null);
        }
        azureDisk(spec.getAzureDisk());
    }

    static void azureDisk(@Nullable AzureDiskVolumeSource disk) {
        if (disk == null) {
            return;
        }
        if (disk.getCachingMode() == null) {
            disk.setCachingMode("ReadWrite");
        }
        if (disk.getKind() == null) {
            disk.setKind("Shared");
        }
    }

    /** The volume mode and the data source of a claim. */
    public static void claim(PersistentVolumeClaim claim) {
        if (claim.getSpec() == null) {
            claim.setSpec(new PersistentVolumeClaimSpec());
        }
        PersistentVolumeClaimSpec spec = claim.getSpec();
        TypedObjectReference reference = spec.getDataSourceRef();
        if (reference != null && !Zero.isEmpty(reference.getNamespace())) {
            spec.setDataSourceRef(null);
        }
        // A dataSourceRef shows that the author knows both fields, so the server compares them instead.
        if (spec.getDataSourceRef() == null && !isClaimOrSnapshot(spec.getDataSource())) {
            spec.setDataSource(null);
        }
        claimAgain(claim);
    }

    /** Sets the defaults of a claim that replaces one with a data source, which is then no longer dropped. */
    public static void claimAgain(PersistentVolumeClaim claim) {
        if (claim.getSpec() == null) {
            claim.setSpec(new PersistentVolumeClaimSpec());
        }
        claimSpec(claim.getSpec());
        copySource(claim.getSpec());
    }

    static void claimSpec(@Nullable PersistentVolumeClaimSpec spec) {
        if (spec != null && spec.getVolumeMode() == null) {
            spec.setVolumeMode("Filesystem");
        }
    }

    /** The phase of a claim template, which nothing changes afterwards. */
    static void claimStatus(PersistentVolumeClaim template) {
        if (template.getStatus() == null) {
            template.setStatus(new PersistentVolumeClaimStatus());
        }
        if (Zero.isEmpty(template.getStatus().getPhase())) {
            template.getStatus().setPhase("Pending");
        }
    }

    private static boolean isClaimOrSnapshot(@Nullable TypedLocalObjectReference source) {
        if (source == null) {
            return true;
        }
        String group = Zero.text(source.getApiGroup());
        String kind = Zero.text(source.getKind());
        return (group.isEmpty() && kind.equals("PersistentVolumeClaim"))
                || (group.equals("snapshot.storage.k8s.io") && kind.equals("VolumeSnapshot"));
    }

    private static void copySource(PersistentVolumeClaimSpec spec) {
        TypedLocalObjectReference source = spec.getDataSource();
        TypedObjectReference reference = spec.getDataSourceRef();
        if (source != null && reference == null) {
            TypedObjectReference copy = new TypedObjectReference();
            copy.setApiGroup(source.getApiGroup());
            copy.setKind(source.getKind());
            copy.setName(source.getName());
            spec.setDataSourceRef(copy);
        } else if (source == null && reference != null) {
            TypedLocalObjectReference copy = new TypedLocalObjectReference();
            copy.setApiGroup(reference.getApiGroup());
            copy.setKind(reference.getKind());
            copy.setName(reference.getName());
            spec.setDataSource(copy);
        }
    }
}
