package dev.berth.volumes;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.rules.binding.Binding;
import dev.berth.rules.binding.VolumeBinder;
import dev.berth.rules.binding.Volumes;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimFields;
import dev.berth.workload.DataSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A request for storage: it binds to a matching {@link PersistentVolume}, or its StorageClass provisions one. Its data
 * is kept as long as the claim exists, independently of the pods that mount it.
 *
 * <pre>{@code
 * var claim = PersistentVolumeClaim.named("data")
 *         .accessMode(READ_WRITE_ONCE)
 *         .storage(gibi(10))
 *         .storageClass(ceph)
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code ValidatePersistentVolumeClaimSpec}. After the claim is bound, only two fields can change: the size can grow if
 * the StorageClass allows it, and the VolumeAttributesClass.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class PersistentVolumeClaim extends NamedManifest
        implements ClaimFields, ClaimSource, DataSource, ExtensiblePersistentVolumeClaim {

    PersistentVolumeClaim() {}

    /**
     * Returns a builder for a claim.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidatePersistentVolumeName}
     */
    public static PersistentVolumeClaimBuildStages.AccessModeBuildStage named(String name) {
        return PersistentVolumeClaimBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("PersistentVolumeClaim: metadata.name", name));
    }

    /**
     * Returns a reference to a claim that already exists in the cluster, in the namespace of the pods that mount it.
     */
    public static ClaimSource existing(String name) {
        return new ExistingClaim(name);
    }

    // Redeclared so that the stages of the builder follow the name.
    @Override
    public abstract AccessMode accessMode();

    @Override
    public abstract Bytes storage();

    /**
     * The only volume that it can bind to. The claim must then set the StorageClass of that volume, because the API
     * server otherwise sets the default StorageClass. Defaults to any matching volume or a new one.
     */
    public abstract Optional<BindableVolume> volume();

    /** Customizes the fabric8 model, for fields without a method. Optional. */
    public abstract Optional<UnaryOperator<PersistentVolumeClaimBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("PersistentVolumeClaim");
        String what = "PersistentVolumeClaim \"" + name() + "\"";
        checkClaim(what);
        volume().ifPresent(volume -> {
            if (storageClass().isEmpty()) {
                throw new InvalidValueException(what + ": spec.storageClassName: Required value: the cluster's default"
                        + " class would apply, but PersistentVolume \"" + volume.name()
                        + "\" does not have it: set the volume's class or StorageClass.none()");
            }
            if (volume instanceof PersistentVolume declared) {
                checkBinding(what, declared);
            }
        });
    }

    private void checkBinding(String what, PersistentVolume volume) {
        String namespace = volume.claimRef().map(ClaimReference::namespace).orElse("default");
        VolumeBinder binder = new VolumeBinder(
                Volumes.of(Stream.of((io.fabric8.kubernetes.api.model.PersistentVolume) volume.toModel())),
                Stream.empty(),
                Optional.empty(),
                namespace);
        var claim = (io.fabric8.kubernetes.api.model.PersistentVolumeClaim) toModel();
        Binding binding = binder.bind(claim);
        if (!binding.isBound()) {
            List<String> reasons = binder.reasons(claim, binding, 2).lines();
            throw new InvalidValueException(what + " would not bind: " + String.join(" ", reasons));
        }
    }

    /** A claim in the core API group, as the source of a clone. */
    @Override
    public Optional<String> apiGroup() {
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "PersistentVolumeClaim";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>(existingOfClaim());
        volume().flatMap(BindableVolume::outside).ifPresent(all::add);
        return all;
    }

    @Override
    public HasMetadata toModel() {
        PersistentVolumeClaimBuilder claim = new PersistentVolumeClaimBuilder()
                .withMetadata(metadata())
                .withSpec(toSpec())
                .editSpec()
                .withVolumeName(volume().map(BindableVolume::name).orElse(null))
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(claim).build();
    }
}
