package dev.berth.lint.server;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is known about the file system on the volume of a claim. */
final class ClaimFileSystem {

    private static final Set<String> FILE_SYSTEM_KEYS = Set.of("csi.storage.k8s.io/fstype", "fstype");

    private ClaimFileSystem() {}

    /**
     * Whether the volume is a directory of a file system that exists already, such as a share: its class is in the set, and
     * its driver formats no disk. Such a directory has no {@code lost+found}, and its permissions come from the server.
     */
    static boolean isDirectory(ObjectSet set, MountedVolume mount) {
        return mount.claim(set)
                .filter(claim -> isShared(claim)
                        || isDirectory(set, mount.workload().object(), claim)
                        || isOnDirectory(set, mount.workload().object(), claim))
                .isPresent();
    }

    /**
     * Returns whether the driver certainly formats the disk with ext4, the default of the drivers: its class is in the set,
     * and names no other file system. A declaration is about such disks unless it says otherwise.
     */
    static boolean isFormatted(ObjectSet set, MountedVolume mount) {
        return set.describesCluster()
                || mount.claim(set)
                        .flatMap(claim -> set.storageClass(mount.workload().object(), claim.getStorageClassName()))
                        .filter(ClaimFileSystem::formatsExt4)
                        .isPresent();
    }

    private static boolean formatsExt4(StorageClass storageClass) {
        Map<String, String> parameters = storageClass.getParameters() == null ? Map.of() : storageClass.getParameters();
        String fileSystem = parameters.entrySet().stream()
                .filter(entry -> FILE_SYSTEM_KEYS.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("ext4");
        return "ext4".equals(fileSystem)
                && storageClass.getProvisioner() != null
                && driver(storageClass.getProvisioner())
                        .filter(driver -> !driver.equals(StorageDrivers.NO_PROVISIONER))
                        .isPresent();
    }

    /** The claim is for volumes of the set, each of which is a directory of a node or of a share. */
    private static boolean isOnDirectory(ObjectSet set, HasMetadata from, PersistentVolumeClaimSpec claim) {
        if (claim.getVolumeName() != null) {
            return set.find(PersistentVolume.class, from, "", claim.getVolumeName())
                    .filter(ClaimFileSystem::isDirectory)
                    .isPresent();
        }
        String named = Objects.requireNonNullElse(claim.getStorageClassName(), "");
        if (set.storageClass(from, claim.getStorageClassName()).isPresent()) {
            return false;
        }
        return set.viewOfDirectory(NearVolumes.class, from, () -> nearVolumes(set, from))
                .areDirectories()
                .getOrDefault(named, false);
    }

    /** For each class of the volumes in a directory of manifests, whether all of its volumes are directories. */
    private record NearVolumes(Map<String, Boolean> areDirectories) {}

    private static NearVolumes nearVolumes(ObjectSet set, HasMetadata from) {
        Map<String, Boolean> areDirectories = new HashMap<>();
        set.near(PersistentVolume.class, from)
                .filter(volume -> volume.getSpec() != null)
                .forEach(volume -> areDirectories.merge(
                        Objects.requireNonNullElse(volume.getSpec().getStorageClassName(), ""),
                        isDirectory(volume),
                        Boolean::logicalAnd));
        return new NearVolumes(areDirectories);
    }

    private static boolean isDirectory(PersistentVolume volume) {
        PersistentVolumeSpec spec = volume.getSpec();
        return spec != null
                && (spec.getHostPath() != null
                        || spec.getNfs() != null
                        || (spec.getCsi() != null
                                && StorageDrivers.named(Objects.requireNonNullElse(
                                                spec.getCsi().getDriver(), ""))
                                        .filter(StorageDriver::providesDirectories)
                                        .isPresent()));
    }

    private static boolean isDirectory(ObjectSet set, HasMetadata from, PersistentVolumeClaimSpec claim) {
        String named = claim.getStorageClassName();
        return set.storageClass(from, named)
                .map(StorageClass::getProvisioner)
                .filter(Objects::nonNull)
                .flatMap(ClaimFileSystem::driver)
                .filter(StorageDriver::providesDirectories)
                .isPresent();
    }

    private static Optional<StorageDriver> driver(String provisioner) {
        return StorageDrivers.named(provisioner).or(() -> StorageDrivers.replacing(provisioner));
    }

    /** Several nodes write to the volume, so it is a share. */
    private static boolean isShared(PersistentVolumeClaimSpec claim) {
        return PodOwner.orEmpty(claim.getAccessModes()).contains("ReadWriteMany");
    }
}
