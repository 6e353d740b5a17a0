package dev.berth.volumes.gcp;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.FsType;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.TopologySelectorTerm;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A StorageClass for Google Compute Engine disks, provisioned by the Compute Engine persistent disk CSI driver. A disk
 * belongs to one or two zones, so the binding mode defaults to {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER}.
 *
 * <pre>{@code
 * var fast = GcpPersistentDisk.named("pd-fast")
 *         .type(pdSsd().regional())
 *         .allowVolumeExpansion(true)
 *         .addAllowedTopologies(GcpPersistentDisk.zones("europe-west3-a", "europe-west3-b"))
 *         .build();
 * }</pre>
 *
 * <p>Source of the parameters: gcp-compute-persistent-disk-csi-driver {@code pkg/parameters/parameters.go} (commit
 * b560165c, 2026).
 */
@Value.Immutable
@Dsl
public abstract class GcpPersistentDisk extends StorageClassFields implements ExtensibleGcpPersistentDisk {

    GcpPersistentDisk() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static GcpPersistentDiskBuildStages.TypeBuildStage named(String name) {
        return GcpPersistentDiskBuildStages.start().name(checkedName(name));
    }

    /**
     * Returns the nodes of these zones, such as {@code europe-west3-a}.
     *
     * @throws InvalidValueException if there is no zone or a duplicate zone
     */
    public static TopologySelectorTerm zones(String... zones) {
        return TopologySelectorTerm.of(
                StorageDrivers.GCE_PERSISTENT_DISK.topologyKeys().get(0), zones);
    }

    /** The type of the disks, with its own parameters. */
    public abstract GcpDiskType type();

    /** The file system of the disks. The driver formats a disk when it is first mounted. Defaults to ext4. */
    public abstract Optional<FsType> fsType();

    /**
     * The encryption key of the disks, {@code projects/…/locations/…/keyRings/…/cryptoKeys/…}. Defaults to a key that
     * Google manages.
     */
    public abstract Optional<String> diskEncryptionKmsKey();

    /** Whether the disks are also encrypted for confidential computing, which requires a key. Defaults to false. */
    public abstract Optional<Boolean> enableConfidentialStorage();

    /** Labels of the disks in Compute Engine. Optional. */
    public abstract Map<String, String> diskLabels();

    @Value.Check
    void check() {
        checkClass();
        // The driver requires this form in isValidDiskEncryptionKmsKey.
        diskEncryptionKmsKey()
                .filter(key -> !key.matches("projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+.*"))
                .ifPresent(key -> {
                    throw InvalidValueException.of(
                            what() + ": parameters.disk-encryption-kms-key",
                            key,
                            "must be projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY");
                });
        if (enableConfidentialStorage().filter(on -> on).isPresent()
                && diskEncryptionKmsKey().isEmpty()) {
            throw new InvalidValueException(
                    what() + ": parameters.disk-encryption-kms-key: Required value: confidential"
                            + " disks need a key: set diskEncryptionKmsKey");
        }
        diskLabels().forEach((key, value) -> {
            if (!key.matches("\\p{Ll}[\\p{Ll}0-9_-]{0,62}")) {
                throw InvalidValueException.of(
                        what() + ": disk label",
                        key,
                        "must be at most 63 lower case letters, digits, '_' or '-', and start with a letter");
            }
            if (!value.matches("[\\p{Ll}0-9_-]{0,63}")) {
                throw InvalidValueException.of(
                        what() + ": disk label \"" + key + "\" value",
                        value,
                        "must be at most 63 lower case letters, digits, '_' or '-'");
            }
        });
    }

    /** The name of the Compute Engine persistent disk CSI driver. */
    @Override
    public String provisioner() {
        return StorageDrivers.GCE_PERSISTENT_DISK.name();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        type().addTo(parameters);
        fsType().ifPresent(type -> parameters.put("csi.storage.k8s.io/fstype", type.value()));
        diskEncryptionKmsKey().ifPresent(key -> parameters.put("disk-encryption-kms-key", key));
        enableConfidentialStorage().ifPresent(on -> parameters.put("enable-confidential-storage", on.toString()));
        if (!diskLabels().isEmpty()) {
            parameters.put(
                    "labels",
                    diskLabels().entrySet().stream()
                            .map(label -> label.getKey() + "=" + label.getValue())
                            .collect(Collectors.joining(",")));
        }
        return parameters;
    }

    @Override
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }
}
