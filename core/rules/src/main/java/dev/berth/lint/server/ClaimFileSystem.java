package dev.berth.lint.server;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Objects;
import java.util.Optional;

/** What is known about the file system on the volume of a claim. */
final class ClaimFileSystem {

    private ClaimFileSystem() {}

    /**
     * Whether the volume is a directory of a file system that exists already, such as a share: its class is in the set, and
     * its driver formats no disk. Such a directory has no {@code lost+found}, and its permissions come from the server.
     */
    static boolean isDirectory(ObjectSet set, MountedVolume mount) {
        return mount.claim(set)
                .filter(claim ->
                        isShared(claim) || isDirectory(set, mount.workload().object(), claim))
                .isPresent();
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
