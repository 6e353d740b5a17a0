package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;
import java.util.List;
import java.util.Optional;

/** Managed disks of Azure. */
final class AzureDiskDriver {

    private static final ParameterForm NUMBER = ParameterForm.of("[0-9]+", "a number");

    private AzureDiskDriver() {}

    static StorageDriver entry() {
        Source source =
                Source.of("kubernetes-sigs/azuredisk-csi-driver", "d983d613", "pkg/azureutils/azure_disk_utils.go");
        return StorageDriver.named("disk.csi.azure.com", source)
                .replaces(new InTreePlugin("kubernetes.io/azure-disk", Optional.of("1.27"), true))
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        named("skuName")
                                .alias("storageAccountType")
                                .oneOf(
                                        "Standard_LRS",
                                        "Premium_LRS",
                                        "StandardSSD_LRS",
                                        "UltraSSD_LRS",
                                        "Premium_ZRS",
                                        "StandardSSD_ZRS",
                                        "PremiumV2_LRS")
                                .defaultsTo("StandardSSD_LRS"),
                        named("cachingMode").oneOf("None", "ReadOnly", "ReadWrite", ""),
                        named("networkAccessPolicy").oneOf("AllowAll", "AllowPrivate", "DenyAll", ""),
                        named("publicNetworkAccess").oneOf("Enabled", "Disabled", ""),
                        named("perfProfile").form("(?i)none|basic|advanced|", "none, basic or advanced"),
                        named("performancePlus").form("(?i)true|false|t|f|1|0", "true or false"),
                        named("maxShares").form("[1-9][0-9]*", "a number of 1 or more"),
                        named("diskEncryptionSetID").form("(?i)/subscriptions/.+", "of the form /subscriptions/…"),
                        named("DiskIOPSReadWrite").form(NUMBER),
                        named("DiskMBpsReadWrite").form(NUMBER),
                        named("LogicalSectorSize").form(NUMBER),
                        named("enableBursting").oneOf("true").ignoresOtherValues())
                .moreParameters(
                        "attachDiskInitialDelay",
                        "diskAccessID",
                        "diskEncryptionType",
                        "diskName",
                        "enableAsyncAttach",
                        "incremental",
                        "kind",
                        "location",
                        "resizeRequired",
                        "resourceGroup",
                        "storageAccount",
                        "subscriptionID",
                        "tags",
                        "tagValueDelimiter",
                        "userAgent",
                        "writeAcceleratorEnabled",
                        "zoned")
                .zonal("topology.disk.csi.azure.com/zone")
                // https://learn.microsoft.com/azure/virtual-machines/disks-types
                .sizes(SizeRange.upToTebi(64, "skuName", "UltraSSD_LRS|PremiumV2_LRS"), SizeRange.upToTebi(32))
                .sharedAccess(SharedAccess.of(
                        true,
                        "maxShares",
                        "[2-9]|[1-9][0-9]+",
                        SharedAccess.READ_WRITE_MANY,
                        SharedAccess.READ_ONLY_MANY))
                // Sizes with premium storage have an s:
                // https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
                .machineLimits(new MachineLimit(
                        List.of(MachineLimit.INSTANCE_TYPE),
                        "Standard_(?!DS|GS|FS|LS)[A-Z]+[0-9]+(?:-[0-9]+)?[a-rt-z]*(?:_v[0-9]+)?",
                        "skuName",
                        "Premium_LRS|Premium_ZRS|PremiumV2_LRS|UltraSSD_LRS"))
                .expandsVolumes(true)
                .build();
    }
}
