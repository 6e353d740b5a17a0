package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
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

    private static final String SNAPSHOTS = "snapshot.storage.k8s.io";

    /**
     * Names a source.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain, or the kind is none of the core
     *     API group that can fill a volume: only a claim can
     */
    public DataSource {
        NameFormat.DNS_SUBDOMAIN.require("DataSource name", name);
        if (apiGroup.isEmpty() && !kind.equals("PersistentVolumeClaim")) {
            throw InvalidValueException.of(
                    "DataSource kind", kind, "must be PersistentVolumeClaim, or have an API group");
        }
    }

    /** A VolumeSnapshot of the claim's namespace; the driver must support snapshots. */
    public static DataSource existingSnapshot(String name) {
        return new DataSource(Optional.of(SNAPSHOTS), "VolumeSnapshot", name);
    }

    /** Another claim of the same namespace and class, to be cloned; the driver must support cloning. */
    public static DataSource existingClaim(String name) {
        return new DataSource(Optional.empty(), "PersistentVolumeClaim", name);
    }

    /** An object that a volume populator of the cluster understands. */
    public static DataSource existing(String apiGroup, String kind, String name) {
        return new DataSource(Optional.of(apiGroup), kind, name);
    }

    /**
     * Says the source where every server looks for one of its kind: {@code dataSource} takes snapshots and claims only, and
     * a server drops other kinds there in silence, so that the volume stays empty.
     *
     * <p>Source: Kubernetes 1.36, {@code pkg/api/persistentvolumeclaim/util.go}, {@code dataSourceIsPvcOrSnapshot}.
     */
    void addTo(PersistentVolumeClaimSpecBuilder spec) {
        if (isClaim() || isSnapshot()) {
            spec.withNewDataSource()
                    .withApiGroup(apiGroup.orElse(null))
                    .withKind(kind)
                    .withName(name)
                    .endDataSource();
        } else {
            spec.withNewDataSourceRef()
                    .withApiGroup(apiGroup.orElse(null))
                    .withKind(kind)
                    .withName(name)
                    .endDataSourceRef();
        }
    }

    private boolean isClaim() {
        return apiGroup.isEmpty() && kind.equals("PersistentVolumeClaim");
    }

    private boolean isSnapshot() {
        return apiGroup.filter(SNAPSHOTS::equals).isPresent() && kind.equals("VolumeSnapshot");
    }
}
