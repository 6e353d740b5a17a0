package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.volumes.ClaimSource;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The volume of a PersistentVolumeClaim in a pod. Its data outlives the pod and is kept as long as the claim exists;
 * after that, the reclaim policy of the PersistentVolume applies.
 *
 * <pre>{@code
 * var data = ClaimVolume.named("data")
 *         .claim(PersistentVolumeClaim.existing("yesterdays-data"))
 *         .readOnly(true)
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class ClaimVolume extends Volume implements ExtensibleClaimVolume {

    ClaimVolume() {}

    /**
     * Returns a volume with the name of the claim.
     *
     * @throws InvalidValueException if the name of the claim is not valid for a volume: it contains a dot or has more
     *     than 63 characters
     */
    public static ClaimVolume of(ClaimSource claim) {
        if (!NameFormat.DNS_LABEL.accepts(claim.name())) {
            throw InvalidValueException.of(
                    "ClaimVolume name",
                    claim.name(),
                    "valid for a claim but not for a volume: name the volume with ClaimVolume.named(…)");
        }
        return named(claim.name()).claim(claim).build();
    }

    /**
     * Returns a builder for a volume with a name of its own.
     *
     * @throws InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static ClaimVolumeBuildStages.ClaimBuildStage named(String name) {
        return ClaimVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("ClaimVolume name", name));
    }

    /** The claim, in the namespace of the pod. */
    public abstract ClaimSource claim();

    /** Whether the volume is read-only for all containers of the pod. Defaults to false. */
    public abstract Optional<Boolean> readOnly();

    @Override
    public Set<ExistingObject> existing() {
        return claim().outside().map(Set::of).orElse(Set.of());
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewPersistentVolumeClaim()
                .withClaimName(claim().name())
                .withReadOnly(readOnly().orElse(null))
                .endPersistentVolumeClaim()
                .build();
    }
}
