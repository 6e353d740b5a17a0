package dev.berth.volumes.azure;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.FsType;
import dev.berth.volumes.format.NumberRange;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.TopologySelectorTerm;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A StorageClass for Azure managed disks, provisioned by the Azure Disk CSI driver. A disk belongs to one zone, or to
 * all three zones of a region, so the binding mode defaults to {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER}.
 *
 * <pre>{@code
 * var fast = AzureDisk.named("azure-fast")
 *         .skuName(premiumLrs().cachingMode(CachingMode.NONE))
 *         .allowVolumeExpansion(true)
 *         .build();
 * }</pre>
 *
 * <p>Source of the parameters: azuredisk-csi-driver {@code docs/driver-parameters.md} (commit d983d613, 2026).
 */
@Value.Immutable
@Dsl
public abstract class AzureDisk extends StorageClassFields implements ExtensibleAzureDisk {

    AzureDisk() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static AzureDiskBuildStages.SkuNameBuildStage named(String name) {
        return AzureDiskBuildStages.start().name(checkedName(name));
    }

    /**
     * Returns the nodes of these zones, such as {@code westeurope-1}.
     *
     * @throws InvalidValueException if there is no zone or a duplicate zone
     */
    public static TopologySelectorTerm zones(String... zones) {
        return TopologySelectorTerm.of(StorageDrivers.AZURE_DISK.topologyKeys().get(0), zones);
    }

    /** The SKU of the disks, with its own parameters. */
    public abstract AzureDiskSku skuName();

    /** The file system of the disks. The driver formats a disk when it is first mounted. Defaults to ext4. */
    public abstract Optional<FsType> fsType();

    /** The number of nodes that may attach a disk at once, as a block device. Defaults to 1. */
    public abstract Optional<Integer> maxShares();

    /** The resource group of the disks. Defaults to the resource group of the cluster. */
    public abstract Optional<String> resourceGroup();

    /** The resource ID of the disk encryption set, {@code /subscriptions/…}. Defaults to keys that Azure manages. */
    public abstract Optional<String> diskEncryptionSetId();

    /** The networks from which the content of a disk can be exported or uploaded. Defaults to none. */
    public abstract Optional<AzureNetworkAccessPolicy> networkAccessPolicy();

    /** Tags of the disks in Azure. Optional. */
    public abstract Map<String, String> tags();

    @Value.Check
    void check() {
        checkClass();
        maxShares().ifPresent(shares -> NumberRange.requirePositive(what() + ": parameters.maxShares", shares));
        diskEncryptionSetId()
                .filter(id -> !id.toLowerCase(Locale.ROOT).startsWith("/subscriptions/"))
                .ifPresent(id -> {
                    throw InvalidValueException.of(
                            what() + ": parameters.diskEncryptionSetID",
                            id,
                            "must be a resource id that starts with /subscriptions/");
                });
        tags().forEach((key, value) -> {
            if (key.isBlank() || (key + value).matches(".*[,=].*")) {
                throw InvalidValueException.of(
                        what() + ": tag",
                        key + "=" + value,
                        "must have a key, and neither ',' nor '=' in key or value");
            }
        });
    }

    /** The name of the Azure Disk CSI driver. */
    @Override
    public String provisioner() {
        return StorageDrivers.AZURE_DISK.name();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        skuName().addTo(parameters);
        fsType().ifPresent(type -> parameters.put("csi.storage.k8s.io/fstype", type.value()));
        maxShares().ifPresent(shares -> parameters.put("maxShares", shares.toString()));
        resourceGroup().ifPresent(group -> parameters.put("resourceGroup", group));
        diskEncryptionSetId().ifPresent(id -> parameters.put("diskEncryptionSetID", id));
        networkAccessPolicy().ifPresent(access -> access.addTo(parameters));
        if (!tags().isEmpty()) {
            parameters.put(
                    "tags",
                    tags().entrySet().stream()
                            .map(tag -> tag.getKey() + "=" + tag.getValue())
                            .collect(Collectors.joining(",")));
        }
        return parameters;
    }

    @Override
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }
}
