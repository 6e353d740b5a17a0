package dev.berth.volumes.storageclass;

import dev.berth.manifest.DslPart;
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
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the StorageClasses of all drivers have in common. The provisioner, the parameters, the reclaim policy
 * and the binding mode are immutable: to change one, declare a StorageClass with another name.
 *
 * <p>Source of all defaults: Kubernetes 1.36, {@code pkg/apis/storage/v1/defaults.go}.
 */
@DslPart
public abstract class StorageClassFields extends NamedManifest implements StorageClassSource {

    private static final String DEFAULT_MARK = "storageclass.kubernetes.io/is-default-class";

    /** For the StorageClass types of each driver. */
    protected StorageClassFields() {}

    /** What happens to a volume when its claim is deleted. Defaults to {@link PersistentVolumeReclaimPolicy#DELETE}. */
    public abstract Optional<PersistentVolumeReclaimPolicy> reclaimPolicy();

    /** Whether claims can be expanded later. Defaults to false. */
    public abstract Optional<Boolean> allowVolumeExpansion();

    /**
     * When a claim is bound to a volume. Defaults to {@link VolumeBindingMode#IMMEDIATE}, or to
     * {@link VolumeBindingMode#WAIT_FOR_FIRST_CONSUMER} in the types whose volumes belong to a zone or a node.
     */
    public abstract Optional<VolumeBindingMode> volumeBindingMode();

    /** Mount options. Kubernetes does not check them before a pod starts. Optional. */
    public abstract List<String> mountOptions();

    /** The topologies in which volumes may be provisioned. Defaults to all that the driver supports. */
    public abstract List<TopologySelectorTerm> allowedTopologies();

    /**
     * Whether this is the default StorageClass for claims that do not set one. If there are several, the newest
     * applies. Not set by default.
     */
    public abstract Optional<Boolean> defaultClass();

    /** Customizes the fabric8 model, for fields without a method. Optional. */
    public abstract Optional<UnaryOperator<StorageClassBuilder>> customize();

    /** The name of the driver that provisions the volumes. */
    @Value.NonAttribute
    public abstract String provisioner();

    /** The parameters for the driver. */
    @Value.NonAttribute
    public abstract Map<String, String> parameters();

    /** Returns the default of {@link #volumeBindingMode()}; if empty, the field is not rendered. */
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
     * Checks what the types cannot express.
     *
     * @throws InvalidValueException if a label, an annotation or a topology is not valid
     */
    protected void checkClass() {
        checkMetadata("StorageClass");
        Set<TopologySelectorTerm> seen = new HashSet<>();
        allowedTopologies().stream().filter(topology -> !seen.add(topology)).forEach(topology -> {
            throw InvalidValueException.of(what() + ": allowedTopologies", topology, "must be unique");
        });
        if (defaultClass().isPresent() && annotations().containsKey(DEFAULT_MARK)) {
            throw new InvalidValueException(what() + ": metadata.annotations[" + DEFAULT_MARK
                    + "]: Forbidden: defaultClass(…) already sets it: remove one of them");
        }
    }

    /** Returns the StorageClass as messages name it. */
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
