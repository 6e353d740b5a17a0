package dev.berth.volumes.gcp;

import java.util.Map;

/**
 * The types of disks of Google Compute Engine, each with the parameters that it has and no others. How much performance a
 * disk may have depends on its size: Compute Engine checks it when the disk is made.
 *
 * <p>Source: gcp-compute-persistent-disk-csi-driver {@code pkg/parameters/parameters.go} (commit b560165c, 2026).
 */
public abstract sealed class GcpDiskType permits GcpPersistentDiskType, GcpProvisionedDisk {

    GcpDiskType() {}

    /** Hard disk; what the driver takes unless told. */
    public static GcpPersistentDiskType pdStandard() {
        return new GcpPersistentDiskType("pd-standard", GcpPersistentDiskType.Replication.ZONAL);
    }

    /** SSD between price and speed. */
    public static GcpPersistentDiskType pdBalanced() {
        return new GcpPersistentDiskType("pd-balanced", GcpPersistentDiskType.Replication.ZONAL);
    }

    /** Fast SSD. */
    public static GcpPersistentDiskType pdSsd() {
        return new GcpPersistentDiskType("pd-ssd", GcpPersistentDiskType.Replication.ZONAL);
    }

    /**
     * SSD with provisioned IOPS.
     *
     * @throws dev.berth.value.InvalidValueException when the number is below 1
     */
    public static GcpDiskType pdExtreme(int iops) {
        return new GcpProvisionedDisk("pd-extreme", GcpProvisionedDisk.checkedIops("pd-extreme", iops), 0);
    }

    /** Hyperdisk with the performance that its size gives. */
    public static GcpDiskType hyperdiskBalanced() {
        return new GcpProvisionedDisk("hyperdisk-balanced", 0, 0);
    }

    /**
     * Hyperdisk with provisioned performance.
     *
     * @throws dev.berth.value.InvalidValueException when a number is below 1
     */
    public static GcpDiskType hyperdiskBalanced(int iops, int mebibytesPerSecond) {
        return GcpProvisionedDisk.of("hyperdisk-balanced", iops, mebibytesPerSecond);
    }

    /** Hyperdisk with a copy in each of two zones, and the performance that its size gives. */
    public static GcpDiskType hyperdiskBalancedHighAvailability() {
        return new GcpProvisionedDisk("hyperdisk-balanced-high-availability", 0, 0);
    }

    /**
     * Hyperdisk with a copy in each of two zones and provisioned performance.
     *
     * @throws dev.berth.value.InvalidValueException when a number is below 1
     */
    public static GcpDiskType hyperdiskBalancedHighAvailability(int iops, int mebibytesPerSecond) {
        return GcpProvisionedDisk.of("hyperdisk-balanced-high-availability", iops, mebibytesPerSecond);
    }

    /**
     * Hyperdisk with the most IOPS.
     *
     * @throws dev.berth.value.InvalidValueException when the number is below 1
     */
    public static GcpDiskType hyperdiskExtreme(int iops) {
        return new GcpProvisionedDisk(
                "hyperdisk-extreme", GcpProvisionedDisk.checkedIops("hyperdisk-extreme", iops), 0);
    }

    /**
     * Hyperdisk for large sequential reads and writes.
     *
     * @throws dev.berth.value.InvalidValueException when the number is below 1
     */
    public static GcpDiskType hyperdiskThroughput(int mebibytesPerSecond) {
        return new GcpProvisionedDisk(
                "hyperdisk-throughput",
                0,
                GcpProvisionedDisk.checkedThroughput("hyperdisk-throughput", mebibytesPerSecond));
    }

    /**
     * Hyperdisk that many nodes read at once.
     *
     * @throws dev.berth.value.InvalidValueException when the number is below 1
     */
    public static GcpDiskType hyperdiskMl(int mebibytesPerSecond) {
        return new GcpProvisionedDisk(
                "hyperdisk-ml", 0, GcpProvisionedDisk.checkedThroughput("hyperdisk-ml", mebibytesPerSecond));
    }

    abstract void addTo(Map<String, String> parameters);

    /** The type as Compute Engine calls it. */
    @Override
    public abstract String toString();
}
