package dev.berth.volumes.snapshot;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.volumes.format.CsiDriverName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The driver that takes snapshots, and what happens to them when a {@link VolumeSnapshot} is deleted.
 *
 * <pre>{@code
 * var nightly = VolumeSnapshotClass.named("nightly")
 *         .driver("csi.example.com")
 *         .deletionPolicy(VolumeSnapshotClass.DeletionPolicy.RETAIN)
 *         .build();
 * }</pre>
 *
 * <p>Source: {@code client/apis/volumesnapshot/v1/types.go} of kubernetes-csi/external-snapshotter 8.2. The driver, the
 * parameters and the deletion policy are immutable.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class VolumeSnapshotClass extends NamedCustomResource
        implements VolumeSnapshotClassSource, ExtensibleVolumeSnapshotClass {

    private static final String DEFAULT_MARK = "snapshot.storage.kubernetes.io/is-default-class";

    VolumeSnapshotClass() {}

    /**
     * Returns a builder for a VolumeSnapshotClass.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static VolumeSnapshotClassBuildStages.DriverBuildStage named(String name) {
        return VolumeSnapshotClassBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("VolumeSnapshotClass: metadata.name", name));
    }

    /** A VolumeSnapshotClass that already exists in the cluster. */
    public static VolumeSnapshotClassSource existing(String name) {
        return new ExistingVolumeSnapshotClass(name);
    }

    /** What happens to the snapshot in the storage system when its VolumeSnapshot is deleted. */
    public enum DeletionPolicy {
        /** It is deleted, too. */
        DELETE("Delete"),
        /** It is kept. */
        RETAIN("Retain");

        private final String value;

        DeletionPolicy(String value) {
            this.value = value;
        }
    }

    /** The name of the CSI driver. */
    public abstract String driver();

    /** What happens to the snapshot in the storage system when its VolumeSnapshot is deleted. */
    public abstract DeletionPolicy deletionPolicy();

    /** The parameters for the driver. Optional. */
    public abstract Map<String, String> parameters();

    /** Whether snapshots of the driver without a class get this one. Defaults to false. */
    public abstract Optional<Boolean> defaultClass();

    @Value.Check
    void check() {
        checkMetadata("VolumeSnapshotClass");
        String what = "VolumeSnapshotClass \"" + name() + "\": ";
        CsiDriverName.require(what + "driver", driver());
        if (defaultClass().isPresent() && annotations().containsKey(DEFAULT_MARK)) {
            throw new InvalidValueException(what + "metadata.annotations[" + DEFAULT_MARK
                    + "]: Forbidden: defaultClass(…) already sets it: remove one of them");
        }
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    protected ObjectMeta metadata() {
        ObjectMeta metadata = super.metadata();
        defaultClass().ifPresent(mark -> {
            Map<String, String> all = new LinkedHashMap<>(annotations());
            all.put(DEFAULT_MARK, mark.toString());
            metadata.setAnnotations(all);
        });
        return metadata;
    }

    @Override
    protected boolean isClusterScoped() {
        return true;
    }

    @Override
    public HasMetadata toModel() {
        GenericKubernetesResourceBuilder model = new GenericKubernetesResourceBuilder()
                .withApiVersion(VolumeSnapshot.API_VERSION)
                .withKind("VolumeSnapshotClass")
                .withMetadata(metadata())
                .addToAdditionalProperties("driver", driver())
                .addToAdditionalProperties("deletionPolicy", deletionPolicy().value);
        if (!parameters().isEmpty()) {
            model.addToAdditionalProperties("parameters", parameters());
        }
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
