package dev.berth.volumes.gcp;

import java.util.Map;
import java.util.Objects;

/** A pd-standard, pd-balanced or pd-ssd disk; made by the factories of {@link GcpDiskType}. */
public final class GcpPersistentDiskType extends GcpDiskType {

    /** In how many zones a disk lies. */
    enum Replication {
        ZONAL,
        REGIONAL,
        REGIONAL_HARD_FAILOVER
    }

    private final String name;
    private final Replication replication;

    GcpPersistentDiskType(String name, Replication replication) {
        this.name = name;
        this.replication = replication;
    }

    /** The same with a copy in each of two zones of the region. Unless said, it lies in one. */
    public GcpPersistentDiskType regional() {
        return new GcpPersistentDiskType(name, Replication.REGIONAL);
    }

    /**
     * The same with a copy in each of two zones, where a disk is attached in the other zone by force when its node does not
     * answer.
     */
    public GcpPersistentDiskType regionalWithHardFailover() {
        return new GcpPersistentDiskType(name, Replication.REGIONAL_HARD_FAILOVER);
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("type", name);
        if (replication != Replication.ZONAL) {
            parameters.put("replication-type", "regional-pd");
        }
        if (replication == Replication.REGIONAL_HARD_FAILOVER) {
            parameters.put("availability-class", "regional-hard-failover");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GcpPersistentDiskType that && name.equals(that.name) && replication == that.replication;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, replication);
    }

    @Override
    public String toString() {
        return name;
    }
}
