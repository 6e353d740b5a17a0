package dev.berth.volumes.azure;

import java.util.Map;

/**
 * The SKUs of Azure managed disks, each with only the parameters that it supports. {@code LRS} keeps three copies in
 * one zone, {@code ZRS} one copy in each of three zones.
 *
 * <p>Source: azuredisk-csi-driver {@code docs/driver-parameters.md} and
 * {@code pkg/azuredisk/azure_managedDiskController.go} (commit d983d613, 2026).
 */
public abstract sealed class AzureDiskSku permits AzureCachedDisk, AzureTunedDisk {

    AzureDiskSku() {}

    /** Returns the hard disk. */
    public static AzureCachedDisk standardLrs() {
        return new AzureCachedDisk("Standard_LRS");
    }

    /** Returns the SSD for light use, the default of the driver. */
    public static AzureCachedDisk standardSsdLrs() {
        return new AzureCachedDisk("StandardSSD_LRS");
    }

    /** Returns the same disk in three zones. */
    public static AzureCachedDisk standardSsdZrs() {
        return new AzureCachedDisk("StandardSSD_ZRS");
    }

    /** Returns the fast SSD, whose performance depends on its size. */
    public static AzureCachedDisk premiumLrs() {
        return new AzureCachedDisk("Premium_LRS");
    }

    /** Returns the same disk in three zones. */
    public static AzureCachedDisk premiumZrs() {
        return new AzureCachedDisk("Premium_ZRS");
    }

    /** Returns the fast SSD with provisioned performance, without a host cache. */
    public static AzureTunedDisk premiumV2Lrs() {
        return new AzureTunedDisk("PremiumV2_LRS");
    }

    /** Returns the fastest SSD, without a host cache. Its performance defaults to 500 IOPS and 100 MB/s. */
    public static AzureTunedDisk ultraSsdLrs() {
        return new AzureTunedDisk("UltraSSD_LRS");
    }

    abstract void addTo(Map<String, String> parameters);
}
