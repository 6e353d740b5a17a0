package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import java.util.Optional;

/**
 * The source from which the volume of a claim is populated when it is created: a snapshot, another claim, or an object
 * of a volume populator. The module berth-volumes declares snapshots and claims.
 */
public interface DataSource {

    /** The API group of the kind; empty for a claim. */
    Optional<String> apiGroup();

    /** The kind. */
    String kind();

    /** The name of the object, in the namespace of the claim. */
    String name();

    /** The object, if it is outside the rendered set. */
    Optional<ExistingObject> outside();

    /**
     * A VolumeSnapshot in the namespace of the claim. The driver must support snapshots.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    static DataSource existingSnapshot(String name) {
        return new ExistingDataSource(Optional.of(ExistingDataSource.SNAPSHOTS), "VolumeSnapshot", name);
    }

    /**
     * Another claim with the same namespace and StorageClass, to be cloned. The driver must support cloning.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    static DataSource existingClaim(String name) {
        return new ExistingDataSource(Optional.empty(), "PersistentVolumeClaim", name);
    }

    /**
     * An object that a volume populator in the cluster handles.
     *
     * @throws dev.berth.value.InvalidValueException if the API group or the name is not a DNS subdomain. In the core API
     *     group, only a claim can be a source
     */
    static DataSource existing(String apiGroup, String kind, String name) {
        return new ExistingDataSource(
                Optional.of(NameFormat.DNS_SUBDOMAIN.require("DataSource API group of " + kind, apiGroup)), kind, name);
    }

    /**
     * Sets the field that supports this kind. {@code dataSource} supports snapshots and claims only: the API server
     * silently drops other kinds there, so the volume stays empty. They belong in {@code dataSourceRef}.
     *
     * <p>Source: Kubernetes 1.36, {@code pkg/api/persistentvolumeclaim/util.go}, {@code dataSourceIsPvcOrSnapshot}.
     */
    default void addTo(PersistentVolumeClaimSpecBuilder spec) {
        boolean claim = apiGroup().isEmpty() && kind().equals("PersistentVolumeClaim");
        boolean snapshot =
                apiGroup().filter(ExistingDataSource.SNAPSHOTS::equals).isPresent() && kind().equals("VolumeSnapshot");
        if (claim || snapshot) {
            spec.withNewDataSource()
                    .withApiGroup(apiGroup().orElse(null))
                    .withKind(kind())
                    .withName(name())
                    .endDataSource();
        } else {
            spec.withNewDataSourceRef()
                    .withApiGroup(apiGroup().orElse(null))
                    .withKind(kind())
                    .withName(name())
                    .endDataSourceRef();
        }
    }
}
