package dev.berth.volumes;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.AccessMode;
import dev.berth.workload.StorageClassSource;
import dev.berth.workload.VolumeMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A piece of storage in the cluster that an administrator has provisioned: a claim binds to it, and pods mount the
 * claim. Its reclaim policy determines what happens to it when the claim is deleted.
 *
 * <pre>{@code
 * var volume = PersistentVolume.named("manual-pv-001")
 *         .capacity(gibi(5))
 *         .accessMode(READ_WRITE_ONCE)
 *         .source(PersistentVolumeSource.hostPath("/mnt/data/pv-001"))
 *         .storageClass(StorageClass.none())
 *         .persistentVolumeReclaimPolicy(RETAIN)
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code ValidatePersistentVolumeSpec}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class PersistentVolume extends NamedManifest
        implements BindableVolume, ExtensiblePersistentVolume {

    PersistentVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidatePersistentVolumeName}
     */
    public static PersistentVolumeBuildStages.CapacityBuildStage named(String name) {
        return PersistentVolumeBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("PersistentVolume: metadata.name", name));
    }

    /** Returns a reference to a volume that already exists in the cluster. */
    public static BindableVolume existing(String name) {
        return new ExistingVolume(name);
    }

    /** The capacity in bytes. Kubernetes compares claims with it but does not check it against the storage. */
    public abstract Bytes capacity();

    /** How many nodes or pods can mount it, and whether they can write. */
    public abstract AccessMode accessMode();

    /** The storage that holds its data. */
    public abstract PersistentVolumeSource source();

    /** Further access modes that it supports. Optional. */
    public abstract Set<AccessMode> accessModes();

    /** What happens to it when its claim is deleted. Defaults to {@link PersistentVolumeReclaimPolicy#RETAIN}. */
    public abstract Optional<PersistentVolumeReclaimPolicy> persistentVolumeReclaimPolicy();

    /**
     * The StorageClass whose claims can bind to it. Defaults to
     * {@link dev.berth.volumes.storageclass.StorageClass#none()}.
     */
    public abstract Optional<StorageClassSource> storageClass();

    /** Whether a container sees a directory or a block device. Defaults to a directory. */
    public abstract Optional<VolumeMode> volumeMode();

    /** Mount options. Kubernetes does not check them before a pod starts. Optional. */
    public abstract List<String> mountOptions();

    /**
     * Labels that a node must have to access it, in addition to those that its source requires. Defaults to any node.
     */
    public abstract List<LabelSelectorRequirement> nodeAffinity();

    /** The claim that it is reserved for. Defaults to any claim that matches. */
    public abstract Optional<ClaimReference> claimRef();

    /** Customizes the fabric8 model, for fields without a method. Optional. */
    public abstract Optional<UnaryOperator<PersistentVolumeBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("PersistentVolume");
        String what = "PersistentVolume \"" + name() + "\"";
        if (allAccessModes().contains(AccessMode.READ_WRITE_ONCE_POD)
                && allAccessModes().size() > 1) {
            throw new InvalidValueException(
                    what + ": spec.accessModes: Forbidden: ReadWriteOncePod excludes every other access mode");
        }
        if (volumeMode().filter(VolumeMode.BLOCK::equals).isPresent() && !source().canBeBlockDevice()) {
            throw InvalidValueException.of(
                    what + ": spec.volumeMode",
                    VolumeMode.BLOCK.value(),
                    "only a local or csi volume is a block device");
        }
        if (source() instanceof HostPathSource hostPath) {
            checkHostPath(what, hostPath);
        }
    }

    private void checkHostPath(String what, HostPathSource hostPath) {
        if (!mountOptions().isEmpty()) {
            throw InvalidValueException.of(
                    what + ": spec.mountOptions",
                    String.join(",", mountOptions()),
                    "a hostPath volume does not support mount options: remove them");
        }
        // pkg/volume/hostpath/host_path.go, newDeleter: with any other path, the deletion of the volume fails.
        boolean deletable = hostPath.path().matches("/tmp/.+");
        if (persistentVolumeReclaimPolicy()
                        .filter(PersistentVolumeReclaimPolicy.DELETE::equals)
                        .isPresent()
                && !deletable) {
            throw InvalidValueException.of(
                    what + ": spec.persistentVolumeReclaimPolicy",
                    PersistentVolumeReclaimPolicy.DELETE.value(),
                    "Kubernetes deletes a hostPath volume only below /tmp: use RETAIN");
        }
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public Set<ExistingObject> existing() {
        return storageClass().flatMap(StorageClassSource::outside).map(Set::of).orElse(Set.of());
    }

    @Override
    public HasMetadata toModel() {
        PersistentVolumeSpecBuilder spec = new PersistentVolumeSpecBuilder()
                .addToCapacity("storage", new Quantity(capacity().toString()))
                .withAccessModes(
                        allAccessModes().stream().map(AccessMode::value).toList())
                .withPersistentVolumeReclaimPolicy(persistentVolumeReclaimPolicy()
                        .map(PersistentVolumeReclaimPolicy::value)
                        .orElse(null))
                .withStorageClassName(
                        storageClass().map(StorageClassSource::name).orElse(null))
                .withVolumeMode(volumeMode().map(VolumeMode::value).orElse(null))
                .withMountOptions(mountOptions())
                .withClaimRef(claimRef().map(ClaimReference::toModel).orElse(null));
        source().addTo(spec);
        addNodeAffinity(spec);
        PersistentVolumeBuilder volume =
                new PersistentVolumeBuilder().withMetadata(metadata()).withSpec(spec.build());
        return customize().orElse(UnaryOperator.identity()).apply(volume).build();
    }

    private void addNodeAffinity(PersistentVolumeSpecBuilder spec) {
        List<NodeSelectorRequirement> conditions = Stream.concat(source().nodes().stream(), nodeAffinity().stream())
                .map(match -> new NodeSelectorRequirement(
                        match.key(), match.operator(), match.values().isEmpty() ? null : match.values()))
                .toList();
        if (!conditions.isEmpty()) {
            spec.withNewNodeAffinity()
                    .withNewRequired()
                    .withNodeSelectorTerms(new NodeSelectorTermBuilder()
                            .withMatchExpressions(conditions)
                            .build())
                    .endRequired()
                    .endNodeAffinity();
        }
    }

    private Set<AccessMode> allAccessModes() {
        Set<AccessMode> modes = new LinkedHashSet<>(List.of(accessMode()));
        modes.addAll(accessModes());
        return modes;
    }
}
