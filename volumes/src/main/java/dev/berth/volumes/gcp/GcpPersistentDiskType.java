package dev.berth.volumes.gcp;

import java.util.Map;
import java.util.Objects;

/** A pd-standard, pd-balanced or pd-ssd disk; created by the factories of {@link GcpDiskType}. */
public final class GcpPersistentDiskType extends GcpDiskType {

    /** Whether a disk has copies in one zone or two. */
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

    /** Returns a copy that is replicated to two zones of the region. Defaults to one zone. */
    public GcpPersistentDiskType regional() {
        return new GcpPersistentDiskType(name, Replication.REGIONAL);
    }

    /**
     * Returns a copy that is replicated to two zones, and that is attached in the other zone by force if its node does
     * not respond.
     */
    public GcpPersistentDiskType regionalHardFailover() {
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
