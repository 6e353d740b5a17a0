package dev.berth.volumes.storageclass;

import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.volumes.PersistentVolumeReclaimPolicy;
import dev.berth.workload.StorageClassSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the StorageClasses of all drivers say alike. Kubernetes refuses a later change of the provisioner, its parameters,
 * the reclaim policy and the binding mode: for another one declare a class of another name.
 *
 * <p>Source of all defaults: Kubernetes 1.36, {@code pkg/apis/storage/v1/defaults.go}.
 */
public abstract class StorageClassFields extends NamedManifest implements StorageClassSource {

    private static final String DEFAULT_MARK = "storageclass.kubernetes.io/is-default-class";

    /** Made by the declarations of each driver's classes. */
    protected StorageClassFields() {}

    /** What becomes of a volume when its claim is deleted. Kubernetes takes {@link PersistentVolumeReclaimPolicy#DELETE}. */
    public abstract Optional<PersistentVolumeReclaimPolicy> reclaimPolicy();

    /** Whether claims can be made larger later. They can't unless given. */
    public abstract Optional<Boolean> allowVolumeExpansion();

    /**
     * When a claim gets its volume. Kubernetes takes {@link VolumeBindingMode#IMMEDIATE}; the classes whose volumes belong to a
     * zone or a node say {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER} by themselves.
     */
    public abstract Optional<VolumeBindingMode> volumeBindingMode();

    /** Options of {@code mount}, which nothing checks before a pod starts. None unless given. */
    public abstract List<String> mountOptions();

    /** Where volumes may be made: in one of these topologies. Wherever the driver can unless given. */
    public abstract List<TopologySelectorTerm> allowedTopologies();

    /**
     * Whether claims that name no class get this one. Of several such classes the newest wins. Unless given, nothing is
     * said.
     */
    public abstract Optional<Boolean> defaultClass();

    /** A last change of the class in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<StorageClassBuilder>> customize();

    /** The name of the driver that makes the volumes. */
    public abstract String provisioner();

    /** What the driver is told. */
    public abstract Map<String, String> parameters();

    /** When a claim gets its volume unless {@link #volumeBindingMode()} is given; nothing is rendered where this says nothing. */
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.empty();
    }

    /**
     * Returns the name of a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36, {@code ValidateStorageClass}
     */
    protected static String checkedName(String name) {
        return NameFormat.DNS_SUBDOMAIN.require("StorageClass: metadata.name", name);
    }

    /**
     * Checks what the types can't say.
     *
     * @throws InvalidValueException when a label, an annotation or a topology is none that the API server takes
     */
    protected void checkClass() {
        checkMetadata("StorageClass");
        Set<TopologySelectorTerm> seen = new HashSet<>();
        allowedTopologies().stream().filter(topology -> !seen.add(topology)).forEach(topology -> {
            throw InvalidValueException.of(what() + ": allowedTopologies", topology, "must be there once");
        });
        if (defaultClass().isPresent() && annotations().containsKey(DEFAULT_MARK)) {
            throw new InvalidValueException(what() + ": metadata.annotations[" + DEFAULT_MARK
                    + "]: Forbidden: defaultClass(…) says it already: leave one of them out");
        }
    }

    /** The class as messages name it. */
    protected String what() {
        return "StorageClass \"" + name() + "\"";
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
    public HasMetadata toModel() {
        StorageClassBuilder storageClass = new StorageClassBuilder()
                .withMetadata(metadata())
                .withProvisioner(provisioner())
                .withParameters(absentIfEmpty(parameters()))
                .withReclaimPolicy(reclaimPolicy()
                        .map(PersistentVolumeReclaimPolicy::value)
                        .orElse(null))
                .withAllowVolumeExpansion(allowVolumeExpansion().orElse(null))
                .withVolumeBindingMode(volumeBindingMode()
                        .or(this::ownBindingMode)
                        .map(VolumeBindingMode::value)
                        .orElse(null))
                .withMountOptions(mountOptions())
                .withAllowedTopologies(allowedTopologies().stream()
                        .map(TopologySelectorTerm::toModel)
                        .toList());
        return customize().orElse(UnaryOperator.identity()).apply(storageClass).build();
    }

    private static @Nullable Map<String, String> absentIfEmpty(Map<String, String> map) {
        return map.isEmpty() ? null : map;
    }
}
