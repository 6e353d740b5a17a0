package dev.berth.volumes.storageclass;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.StorageClassSource;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A StorageClass of a driver that has no type of its own in Berth. Only the driver knows its parameters: for an unknown
 * key, most drivers fail to provision the first claim, and some ignore it.
 *
 * <pre>{@code
 * var ceph = StorageClass.named("ceph")
 *         .provisioner("rook-ceph.rbd.csi.ceph.com")
 *         .putParameter("clusterID", "rook-ceph")
 *         .putParameter("pool", "replicas")
 *         .build();
 * }</pre>
 *
 * @see dev.berth.volumes.aws.AwsEbs
 * @see dev.berth.volumes.gcp.GcpPersistentDisk
 * @see dev.berth.volumes.azure.AzureDisk
 * @see dev.berth.volumes.local.LocalPath
 * @see dev.berth.volumes.local.NoProvisioner
 */
@Value.Immutable
@Dsl
public abstract class StorageClass extends StorageClassFields implements ExtensibleStorageClass {

    private static final int MOST_PARAMETERS = 512;
    private static final int LARGEST = 256 * 1024;

    StorageClass() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static StorageClassBuildStages.ProvisionerBuildStage named(String name) {
        return StorageClassBuildStages.start().name(checkedName(name));
    }

    /** Returns a reference to a StorageClass that already exists in the cluster. */
    public static StorageClassSource existing(String name) {
        return new ExistingStorageClass(name);
    }

    /**
     * Returns no class: {@code storageClassName: ""}. Such a claim binds only to an existing volume without a
     * StorageClass. A claim without this field gets the default StorageClass, if the cluster has one.
     */
    public static StorageClassSource none() {
        return new NoStorageClass();
    }

    // Redeclared so that it is the last stage of the builder.
    @Override
    public abstract String provisioner();

    @Override
    public abstract Map<String, String> parameters();

    @Value.Check
    void check() {
        checkClass();
        NameFormat.QUALIFIED_NAME.require(
                what() + ": provisioner", provisioner().toLowerCase(Locale.ROOT));
        if (parameters().size() > MOST_PARAMETERS) {
            throw new InvalidValueException(what() + ": parameters: Too many: has "
                    + parameters().size() + ", but the limit is " + MOST_PARAMETERS);
        }
        if (parameters().containsKey("")) {
            throw InvalidValueException.of(what() + ": parameters", "", "must have a key");
        }
        long size = parameters().entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
        if (size > LARGEST) {
            throw new InvalidValueException(
                    what() + ": parameters: Too long: has " + size + " bytes, but the limit is " + LARGEST);
        }
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
