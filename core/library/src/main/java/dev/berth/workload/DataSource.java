package dev.berth.workload;

import dev.berth.value.NameFormat;
import java.util.Optional;

/**
 * What the volume of a claim is filled with when it is made: a snapshot, another claim, or an object of a volume
 * populator.
 *
 * @param apiGroup the API group of the kind; none for a claim
 * @param kind the kind
 * @param name the name of the object, which lives outside of the rendered set
 */
public record DataSource(Optional<String> apiGroup, String kind, String name) {

    /**
     * Names a source.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
     */
    public DataSource {
        NameFormat.DNS_SUBDOMAIN.require("DataSource name", name);
    }

    /** A VolumeSnapshot of the claim's namespace; the driver must support snapshots. */
    public static DataSource existingSnapshot(String name) {
        return new DataSource(Optional.of("snapshot.storage.k8s.io"), "VolumeSnapshot", name);
    }

    /** Another claim of the same namespace and class, to be cloned; the driver must support cloning. */
    public static DataSource existingClaim(String name) {
        return new DataSource(Optional.empty(), "PersistentVolumeClaim", name);
    }

    /** An object that a volume populator of the cluster understands. */
    public static DataSource populator(String apiGroup, String kind, String name) {
        return new DataSource(Optional.of(apiGroup), kind, name);
    }
}
