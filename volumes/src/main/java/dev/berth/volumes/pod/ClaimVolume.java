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
 * What a PersistentVolumeClaim got, as a volume of a pod. Its data outlives the pod and stays for as long as the claim;
 * what comes after that, the reclaim policy of the PersistentVolume says.
 *
 * <pre>{@code
 * container.addMount(ClaimVolume.of(claim).at("/data"));
 * container.addMount(ClaimVolume.named("data").claim(PersistentVolumeClaim.existing("old-data")).build().at("/old"));
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class ClaimVolume extends Volume {

    ClaimVolume() {}

    /**
     * A volume with the name of the claim.
     *
     * @throws InvalidValueException when the claim has a name that no volume can have: one with a dot, or of more than 63
     *     characters
     */
    public static ClaimVolume of(ClaimSource claim) {
        if (!NameFormat.DNS_LABEL.accepts(claim.name())) {
            throw InvalidValueException.of(
                    "ClaimVolume name",
                    claim.name(),
                    "a claim can have this name and a volume can't: name the volume with ClaimVolume.named(…)");
        }
        return named(claim.name()).claim(claim).build();
    }

    /**
     * Starts a volume with a name of its own.
     *
     * @throws InvalidValueException when the name is no DNS label; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static ClaimVolumeBuildStages.ClaimBuildStage named(String name) {
        return ClaimVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("ClaimVolume name", name));
    }

    /** The claim, in the namespace of the pod. */
    public abstract ClaimSource claim();

    /** Whether no container of the pod can write. They can unless given. */
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
