package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.object.ExistingObject;
import dev.berth.value.Bytes;
import dev.berth.value.NameFormat;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimFields;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A claim that is created with the pod and deleted with it (a generic ephemeral volume): scratch space of a
 * StorageClass, larger or faster than the disk of the node. The name of the claim is the name of the pod, a hyphen, and
 * the name of the volume. The reclaim policy of the StorageClass determines what happens to its data; no other pod can
 * use it.
 *
 * <pre>{@code
 * var scratch = EphemeralVolume.named("scratch")
 *         .accessMode(READ_WRITE_ONCE)
 *         .storage(gibi(100))
 *         .storageClass(StorageClass.existing("fast-ssd"))
 *         .putClaimLabel("purpose", "scratch")
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class EphemeralVolume extends Volume implements ClaimFields, ExtensibleEphemeralVolume {

    EphemeralVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static EphemeralVolumeBuildStages.AccessModeBuildStage named(String name) {
        return EphemeralVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("EphemeralVolume name", name));
    }

    // Redeclared so that the stages of the builder follow the name.
    @Override
    public abstract AccessMode accessMode();

    @Override
    public abstract Bytes storage();

    /** The labels of the claim. Optional. */
    public abstract Map<String, String> claimLabels();

    /** The annotations of the claim. Optional. */
    public abstract Map<String, String> claimAnnotations();

    @Value.Check
    void check() {
        String what = "EphemeralVolume \"" + name() + "\"";
        checkClaim(what);
        claimLabels().forEach((key, value) -> {
            NameFormat.QUALIFIED_NAME.require(what + ": metadata.labels", key);
            NameFormat.LABEL_VALUE.require(what + ": metadata.labels[" + key + "]", value);
        });
        claimAnnotations()
                .keySet()
                .forEach(key -> NameFormat.QUALIFIED_NAME.require(what + ": metadata.annotations", key));
    }

    @Override
    public Set<ExistingObject> existing() {
        return existingOfClaim();
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        boolean plain = claimLabels().isEmpty() && claimAnnotations().isEmpty();
        ObjectMeta metadata = new ObjectMetaBuilder()
                .withLabels(claimLabels().isEmpty() ? null : claimLabels())
                .withAnnotations(claimAnnotations().isEmpty() ? null : claimAnnotations())
                .build();
        return new VolumeBuilder()
                .withName(name())
                .withNewEphemeral()
                .withNewVolumeClaimTemplate()
                .withMetadata(plain ? null : metadata)
                .withSpec(toSpec())
                .endVolumeClaimTemplate()
                .endEphemeral()
                .build();
    }
}
