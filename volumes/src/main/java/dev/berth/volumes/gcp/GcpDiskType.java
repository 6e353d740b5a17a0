package dev.berth.volumes.gcp;

import java.util.Map;

/**
 * The disk types of Google Compute Engine, each with only the parameters that it supports. The maximum performance
 * depends on the size of a disk; Compute Engine checks it when the disk is created.
 *
 * <p>Source: gcp-compute-persistent-disk-csi-driver {@code pkg/parameters/parameters.go} (commit b560165c, 2026).
 */
public abstract sealed class GcpDiskType permits GcpPersistentDiskType, GcpProvisionedDisk {

    GcpDiskType() {}

    /** Returns the hard disk, the default of the driver. */
    public static GcpPersistentDiskType pdStandard() {
        return new GcpPersistentDiskType("pd-standard", GcpPersistentDiskType.Replication.ZONAL);
    }

    /** Returns the SSD that balances price and performance. */
    public static GcpPersistentDiskType pdBalanced() {
        return new GcpPersistentDiskType("pd-balanced", GcpPersistentDiskType.Replication.ZONAL);
    }

    /** Returns the fast SSD. */
    public static GcpPersistentDiskType pdSsd() {
        return new GcpPersistentDiskType("pd-ssd", GcpPersistentDiskType.Replication.ZONAL);
    }

    /**
     * Returns the SSD with provisioned IOPS.
     *
     * @throws dev.berth.value.InvalidValueException if the number is below 1
     */
    public static GcpDiskType pdExtreme(int iops) {
        return new GcpProvisionedDisk("pd-extreme", GcpProvisionedDisk.checkedIops("pd-extreme", iops), 0);
    }

    /** Returns a Hyperdisk whose performance depends on its size. */
    public static GcpDiskType hyperdiskBalanced() {
        return new GcpProvisionedDisk("hyperdisk-balanced", 0, 0);
    }

    /**
     * Returns a Hyperdisk with provisioned performance.
     *
     * @throws dev.berth.value.InvalidValueException if a number is below 1
     */
    public static GcpDiskType hyperdiskBalanced(int iops, int mebibytesPerSecond) {
        return GcpProvisionedDisk.of("hyperdisk-balanced", iops, mebibytesPerSecond);
    }

    /** Returns a Hyperdisk with a copy in each of two zones, whose performance depends on its size. */
    public static GcpDiskType hyperdiskBalancedHighAvailability() {
        return new GcpProvisionedDisk("hyperdisk-balanced-high-availability", 0, 0);
    }

    /**
     * Returns a Hyperdisk with a copy in each of two zones and provisioned performance.
     *
     * @throws dev.berth.value.InvalidValueException if a number is below 1
     */
    public static GcpDiskType hyperdiskBalancedHighAvailability(int iops, int mebibytesPerSecond) {
        return GcpProvisionedDisk.of("hyperdisk-balanced-high-availability", iops, mebibytesPerSecond);
    }

    /**
     * Returns the Hyperdisk with the highest IOPS.
     *
     * @throws dev.berth.value.InvalidValueException if the number is below 1
     */
    public static GcpDiskType hyperdiskExtreme(int iops) {
        return new GcpProvisionedDisk(
                "hyperdisk-extreme", GcpProvisionedDisk.checkedIops("hyperdisk-extreme", iops), 0);
    }

    /**
     * Returns the Hyperdisk for large sequential reads and writes.
     *
     * @throws dev.berth.value.InvalidValueException if the number is below 1
     */
    public static GcpDiskType hyperdiskThroughput(int mebibytesPerSecond) {
        return new GcpProvisionedDisk(
                "hyperdisk-throughput",
                0,
                GcpProvisionedDisk.checkedThroughput("hyperdisk-throughput", mebibytesPerSecond));
    }

    /**
     * Returns the Hyperdisk that many nodes can read at once.
     *
     * @throws dev.berth.value.InvalidValueException if the number is below 1
     */
    public static GcpDiskType hyperdiskMl(int mebibytesPerSecond) {
        return new GcpProvisionedDisk(
                "hyperdisk-ml", 0, GcpProvisionedDisk.checkedThroughput("hyperdisk-ml", mebibytesPerSecond));
    }

    abstract void addTo(Map<String, String> parameters);

    /** Returns the name of the type in Compute Engine. */
    @Override
    public abstract String toString();
}
