package dev.berth.catalog.driver;

import static dev.berth.catalog.driver.DriverParameter.named;

import dev.berth.catalog.Source;
import java.util.Optional;

/** Shares of Azure Files. */
final class AzureFileDriver {

    private AzureFileDriver() {}

    static StorageDriver entry() {
        Source source =
                Source.of("kubernetes-sigs/azurefile-csi-driver", "7b5ae18e", "pkg/azurefile/controllerserver.go");
        return StorageDriver.named("file.csi.azure.com", source)
                .replaces(new InTreePlugin("kubernetes.io/azure-file", Optional.empty(), false))
                .ignoresCase()
                .parameters(
                        UnknownParameters.REFUSED,
                        named("protocol").oneOf("smb", "nfs", ""),
                        named("shareNamePrefix")
                                .form(
                                        "[a-z0-9]([a-z0-9-]{0,19})?",
                                        "made of at most 20 lower case letters, digits and hyphens"),
                        named("accountQuota").form("[1-9][0-9]{2,8}", "a number of 100 or more"),
                        // Other file systems need the driver's flag --enable-vhd.
                        named("fsType").form("nfs|cifs|smb|", "nfs or smb"),
                        named("skuName").alias("storageAccountType").defaultsTo("Standard_LRS"))
                .moreParameters(
                        "accessTier",
                        "accountAccessTier",
                        "allowBlobPublicAccess",
                        "allowSharedKeyAccess",
                        "clientID",
                        "confidentialContainerLabel",
                        "createAccount",
                        "csi",
                        "disableDeleteRetentionPolicy",
                        "diskLink",
                        "diskName",
                        "enableLargeFileShares",
                        "enableMultichannel",
                        "encryptInTransit",
                        "folderName",
                        "folderPath",
                        "fsGroupChangePolicy",
                        "fsUUID",
                        "getLatestAccountKey",
                        "location",
                        "matchTags",
                        "mountPermissions",
                        "mountWithManagedIdentity",
                        "mountWithWorkloadIdentityToken",
                        "networkEndpointType",
                        "onlyCopyData",
                        "privateDNSZoneName",
                        "privateEndpoint",
                        "provisionedBandwidthMibps",
                        "provisionedIops",
                        "publicNetworkAccess",
                        "requireInfraEncryption",
                        "resourceGroup",
                        "rootSquashType",
                        "runtimeClassHandler",
                        "secretName",
                        "secretNamespace",
                        "selectRandomMatchingAccount",
                        "server",
                        "shareAccessTier",
                        "shareName",
                        "shareSize",
                        "standardStorageAccountType",
                        "storageAccount",
                        "storageAccountRG",
                        "storageEndpointSuffix",
                        "storeAccountKey",
                        "subnetName",
                        "subscriptionID",
                        "tags",
                        "tagValueDelimiter",
                        "tenantID",
                        "useDataPlaneAPI",
                        "userAgent",
                        "useSecretCache",
                        "vnetLinkName",
                        "vnetName",
                        "vnetResourceGroup")
                // https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets
                .sizes(SizeRange.upToTebi(100, "skuName", "Premium.*"))
                .expandsVolumes(true)
                .providesDirectories()
                .build();
    }
}
