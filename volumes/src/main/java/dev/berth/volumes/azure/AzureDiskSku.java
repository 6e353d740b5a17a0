package dev.berth.volumes.azure;

import java.util.Map;

/**
 * The kinds of managed disks of Azure, each with the parameters that it has and no others. {@code LRS} keeps three copies in
 * one zone, {@code ZRS} one in each of three.
 *
 * <p>Source: azuredisk-csi-driver {@code docs/driver-parameters.md} and {@code pkg/azuredisk/azure_managedDiskController.go}
 * (commit d983d613, 2026).
 */
public abstract sealed class AzureDiskSku permits AzureCachedDisk, AzureTunedDisk {

    AzureDiskSku() {}

    /** Hard disk. */
    public static AzureCachedDisk standardLrs() {
        return new AzureCachedDisk("Standard_LRS");
    }

    /** SSD for what is seldom busy; what the driver takes unless told. */
    public static AzureCachedDisk standardSsdLrs() {
        return new AzureCachedDisk("StandardSSD_LRS");
    }

    /** The same in three zones. */
    public static AzureCachedDisk standardSsdZrs() {
        return new AzureCachedDisk("StandardSSD_ZRS");
    }

    /** Fast SSD, whose performance follows from its size. */
    public static AzureCachedDisk premiumLrs() {
        return new AzureCachedDisk("Premium_LRS");
    }

    /** The same in three zones. */
    public static AzureCachedDisk premiumZrs() {
        return new AzureCachedDisk("Premium_ZRS");
    }

    /** Fast SSD with provisioned performance, without a host cache. */
    public static AzureTunedDisk premiumV2Lrs() {
        return new AzureTunedDisk("PremiumV2_LRS");
    }

    /** The fastest SSD, without a host cache: 500 IOPS and 100 MB/s unless more is asked for. */
    public static AzureTunedDisk ultraSsdLrs() {
        return new AzureTunedDisk("UltraSSD_LRS");
    }

    abstract void addTo(Map<String, String> parameters);
}
