package dev.berth.volumes.gcp;

import dev.berth.volumes.format.NumberRange;
import java.util.Map;
import java.util.Objects;

/** A disk of Compute Engine with provisioned performance: a Hyperdisk, or pd-extreme. */
final class GcpProvisionedDisk extends GcpDiskType {

    private final String name;
    private final int iops;
    private final int throughput;

    GcpProvisionedDisk(String name, int iops, int throughput) {
        this.name = name;
        this.iops = iops;
        this.throughput = throughput;
    }

    static GcpProvisionedDisk of(String name, int iops, int throughput) {
        return new GcpProvisionedDisk(name, checkedIops(name, iops), checkedThroughput(name, throughput));
    }

    static int checkedIops(String name, int iops) {
        return NumberRange.requirePositive("GcpPersistentDisk " + name + " iops", iops);
    }

    static int checkedThroughput(String name, int throughput) {
        return NumberRange.requirePositive("GcpPersistentDisk " + name + " throughput", throughput);
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("type", name);
        if (iops > 0) {
            parameters.put("provisioned-iops-on-create", Integer.toString(iops));
        }
        if (throughput > 0) {
            // The driver reads a quantity of bytes: without the unit, it would round 250 up to 1 MiB/s.
            parameters.put("provisioned-throughput-on-create", throughput + "Mi");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GcpProvisionedDisk that
                && name.equals(that.name)
                && iops == that.iops
                && throughput == that.throughput;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, iops, throughput);
    }

    @Override
    public String toString() {
        return name;
    }
}
