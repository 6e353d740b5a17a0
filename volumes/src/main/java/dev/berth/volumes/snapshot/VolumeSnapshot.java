package dev.berth.volumes.snapshot;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import dev.berth.volumes.ClaimSource;
import dev.berth.workload.DataSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The state of a volume at one time. A claim with it as its {@code dataSource} starts with the data of the snapshot.
 *
 * <pre>{@code
 * var monday = VolumeSnapshot.named("data-monday")
 *         .persistentVolumeClaim(data)
 *         .volumeSnapshotClass(nightly)
 *         .build();
 * }</pre>
 *
 * <p>It is crash-consistent: the driver copies what is on the disk, not what a server has in memory. The source is
 * immutable. Source: {@code client/apis/volumesnapshot/v1/types.go} of kubernetes-csi/external-snapshotter 8.2.
 */
@Value.Immutable
@Dsl
public abstract class VolumeSnapshot extends NamedCustomResource implements DataSource, ExtensibleVolumeSnapshot {

    static final String API_VERSION = "snapshot.storage.k8s.io/v1";

    VolumeSnapshot() {}

    /**
     * Returns a builder for a VolumeSnapshot.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public static VolumeSnapshotBuildStages.PersistentVolumeClaimBuildStage named(String name) {
        return VolumeSnapshotBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("VolumeSnapshot: metadata.name", name));
    }

    /** The claim whose volume is copied, in the namespace of the snapshot. */
    public abstract ClaimSource persistentVolumeClaim();

    /** The driver and the policy. Defaults to the default class of the driver. */
    public abstract Optional<VolumeSnapshotClassSource> volumeSnapshotClass();

    @Value.Check
    void check() {
        checkMetadata("VolumeSnapshot");
    }

    @Override
    public Optional<String> apiGroup() {
        return Optional.of("snapshot.storage.k8s.io");
    }

    @Override
    public String kind() {
        return "VolumeSnapshot";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        persistentVolumeClaim().outside().ifPresent(all::add);
        volumeSnapshotClass().flatMap(VolumeSnapshotClassSource::outside).ifPresent(all::add);
        return all;
    }

    @Override
    public HasMetadata toModel() {
        return customResource(
                API_VERSION,
                "VolumeSnapshot",
                new Fields()
                        .put("volumeSnapshotClassName", volumeSnapshotClass().map(VolumeSnapshotClassSource::name))
                        .put(
                                "source",
                                new Fields()
                                        .put(
                                                "persistentVolumeClaimName",
                                                persistentVolumeClaim().name()))
                        .toMap());
    }
}
