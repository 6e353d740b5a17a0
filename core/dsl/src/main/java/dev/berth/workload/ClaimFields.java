package dev.berth.workload;

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

/** What a claim asks for, whether a {@link ClaimTemplate} makes it or it stands by itself. */
public interface ClaimFields {

    /** From where the volume can be mounted; the claim binds only to a volume that offers it. */
    AccessMode accessMode();

    /** Further access modes that the volume must offer. None unless given. */
    Set<AccessMode> accessModes();

    /** How large the volume is at the least, in bytes. It can be made larger later where the class allows it, never smaller. */
    Bytes storage();

    /** How large the volume may be at the most, in bytes. No limit unless given; drivers may ignore it. */
    Optional<Bytes> storageLimit();

    /**
     * The class that makes the volume. Unless given, the cluster's default class does, if there is one. A class with an
     * empty name says that none does, and that only an existing volume without a class will serve.
     */
    Optional<StorageClassSource> storageClass();

    /** Whether the container finds a directory or a block device. Kubernetes takes a directory unless given. */
    Optional<VolumeMode> volumeMode();

    /** Labels that the volume must have; a claim with them is served by existing volumes only. None unless given. */
    Map<String, String> matchLabels();

    /** Further conditions on the volume's labels. None unless given. */
    List<LabelSelectorRequirement> matchExpressions();

    /** What the new volume is filled with. Nothing unless given. */
    Optional<DataSource> dataSource();

    /**
     * The VolumeAttributesClass whose parameters the driver applies, by its name, in the cluster already; beta in
     * Kubernetes 1.31, stable in 1.34. None unless given.
     */
    Optional<String> volumeAttributesClassName();

    /**
     * Checks what the types can't say.
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
        volumeAttributesClassName()
                .ifPresent(name -> NameFormat.DNS_SUBDOMAIN.require(what + ": spec.volumeAttributesClassName", name));
        NameFormat.requireLabels(what + ": spec.selector.matchLabels", matchLabels());
    }

    /** The objects that the claim names and that live outside of the rendered set: its class, and what fills it. */
    default Set<ExistingObject> existingOfClaim() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        storageClass().flatMap(StorageClassSource::outside).ifPresent(all::add);
        dataSource().ifPresent(source -> all.add(new ExistingObject(source.kind(), source.name())));
        volumeAttributesClassName().ifPresent(name -> all.add(new ExistingObject("VolumeAttributesClass", name)));
        return all;
    }

    /** The spec of the claim in the model. */
    default PersistentVolumeClaimSpec toSpec() {
        PersistentVolumeClaimSpecBuilder spec = new PersistentVolumeClaimSpecBuilder()
                .withAccessModes(
                        allAccessModes().stream().map(AccessMode::value).toList())
                .withStorageClassName(
                        storageClass().map(StorageClassSource::name).orElse(null))
                .withVolumeMode(volumeMode().map(VolumeMode::value).orElse(null))
                .withSelector(selector())
                .withVolumeAttributesClassName(volumeAttributesClassName().orElse(null));
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
