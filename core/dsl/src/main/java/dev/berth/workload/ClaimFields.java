package dev.berth.workload;

import dev.berth.manifest.DslPart;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spec of a claim, whether a {@link ClaimTemplate} creates it or it is declared on its own. */
@DslPart
public interface ClaimFields {

    /** How the volume can be mounted. The claim binds only to a volume that supports this mode. */
    AccessMode accessMode();

    /** Access modes that the volume must support in addition. Optional. */
    Set<AccessMode> accessModes();

    /**
     * The minimum size of the volume, in bytes. It can be increased later if the StorageClass allows it, and never
     * reduced.
     */
    Bytes storage();

    /** The maximum size of the volume, in bytes. No limit by default. A driver may ignore it. */
    Optional<Bytes> storageLimit();

    /**
     * The StorageClass that provisions the volume. Defaults to the default StorageClass of the cluster, if there is
     * one. With an empty name, the claim binds only to an existing volume without a StorageClass.
     */
    Optional<StorageClassSource> storageClass();

    /** Whether the container gets a directory or a block device. Defaults to {@link VolumeMode#FILESYSTEM}. */
    Optional<VolumeMode> volumeMode();

    /** Labels that the volume must have. A claim with labels binds only to an existing volume. Optional. */
    Map<String, String> matchLabels();

    /** Further conditions on the labels of the volume. Optional. */
    List<LabelSelectorRequirement> matchExpressions();

    /** The source from which the new volume is populated. Optional; the volume is empty by default. */
    Optional<DataSource> dataSource();

    /**
     * The VolumeAttributesClass, whose parameters the driver applies. Optional. Beta in Kubernetes 1.31, stable in 1.34.
     */
    Optional<VolumeAttributesClassSource> volumeAttributesClass();

    /**
     * Checks the rules that the types do not enforce.
     *
     * @param what the claim, for messages
     */
    default void checkClaim(String what) {
        Set<AccessMode> modes = allAccessModes();
        if (modes.contains(AccessMode.READ_WRITE_ONCE_POD) && modes.size() > 1) {
            throw new InvalidValueException(
                    what + ": spec.accessModes: Forbidden: ReadWriteOncePod excludes every other access mode");
        }
        storageLimit().filter(limit -> limit.compareTo(storage()) < 0).ifPresent(limit -> {
            throw InvalidValueException.of(
                    what + ": spec.resources.limits.storage", limit, "must not be below the request of " + storage());
        });
        NameFormat.requireLabels(what + ": spec.selector.matchLabels", matchLabels());
    }

    /** The objects outside the rendered set that the claim refers to. */
    default Set<ExistingObject> existingOfClaim() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        storageClass().flatMap(StorageClassSource::outside).ifPresent(all::add);
        dataSource().flatMap(DataSource::outside).ifPresent(all::add);
        volumeAttributesClass().flatMap(VolumeAttributesClassSource::outside).ifPresent(all::add);
        return all;
    }

    /** The spec of the claim as a fabric8 model. */
    default PersistentVolumeClaimSpec toSpec() {
        PersistentVolumeClaimSpecBuilder spec = new PersistentVolumeClaimSpecBuilder()
                .withAccessModes(
                        allAccessModes().stream().map(AccessMode::value).toList())
                .withStorageClassName(
                        storageClass().map(StorageClassSource::name).orElse(null))
                .withVolumeMode(volumeMode().map(VolumeMode::value).orElse(null))
                .withSelector(selector())
                .withVolumeAttributesClassName(volumeAttributesClass()
                        .map(VolumeAttributesClassSource::name)
                        .orElse(null));
        spec.withNewResources()
                .addToRequests("storage", new Quantity(storage().toString()))
                .endResources();
        storageLimit().ifPresent(limit -> spec.editResources()
                .addToLimits("storage", new Quantity(limit.toString()))
                .endResources());
        dataSource().ifPresent(source -> source.addTo(spec));
        return spec.build();
    }

    private Set<AccessMode> allAccessModes() {
        Set<AccessMode> modes = new LinkedHashSet<>(List.of(accessMode()));
        modes.addAll(accessModes());
        return modes;
    }

    private @Nullable LabelSelector selector() {
        if (matchLabels().isEmpty() && matchExpressions().isEmpty()) {
            return null;
        }
        return new LabelSelectorBuilder()
                .withMatchLabels(matchLabels().isEmpty() ? null : matchLabels())
                .withMatchExpressions(new ArrayList<>(matchExpressions().stream()
                        .map(LabelSelectorRequirement::toModel)
                        .toList()))
                .build();
    }
}
