package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import java.util.Optional;

/**
 * The source from which the volume of a claim is populated when it is created: a snapshot, another claim, or an object
 * of a volume populator.
 *
 * @param apiGroup the API group of the kind; empty for a claim
 * @param kind the kind
 * @param name the name of the object, which must already exist in the cluster
 */
public record DataSource(Optional<String> apiGroup, String kind, String name) {

    private static final String SNAPSHOTS = "snapshot.storage.k8s.io";

    /**
     * Creates a data source.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain, or the kind is in the core API
     *     group and is not a PersistentVolumeClaim
     */
    public DataSource {
        NameFormat.DNS_SUBDOMAIN.require("DataSource name", name);
        if (apiGroup.isEmpty() && !kind.equals("PersistentVolumeClaim")) {
            throw InvalidValueException.of(
                    "DataSource kind", kind, "must be PersistentVolumeClaim, or have an API group");
        }
    }

    /** A VolumeSnapshot in the namespace of the claim. The driver must support snapshots. */
    public static DataSource existingSnapshot(String name) {
        return new DataSource(Optional.of(SNAPSHOTS), "VolumeSnapshot", name);
    }

    /** Another claim with the same namespace and StorageClass, to be cloned. The driver must support cloning. */
    public static DataSource existingClaim(String name) {
        return new DataSource(Optional.empty(), "PersistentVolumeClaim", name);
    }

    /** An object that a volume populator in the cluster handles. */
    public static DataSource existing(String apiGroup, String kind, String name) {
        return new DataSource(Optional.of(apiGroup), kind, name);
    }

    /**
     * Sets the field that supports this kind. {@code dataSource} supports snapshots and claims only: the API server
     * silently drops other kinds there, so the volume stays empty. They belong in {@code dataSourceRef}.
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
