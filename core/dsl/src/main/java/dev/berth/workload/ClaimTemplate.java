package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedObject;
import dev.berth.value.Bytes;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The template from which a {@link StatefulSet} creates a claim for each of its pods. The pod {@code postgres-0} gets
 * the claim {@code postgres-data-postgres-0}, and the same claim again whenever it is recreated.
 *
 * <pre>{@code
 * private final ClaimTemplate data = ClaimTemplate.named("postgres-data")
 *         .accessMode(READ_WRITE_ONCE)
 *         .storage(gibi(1))
 *         .build();
 * }</pre>
 *
 * <p>The API server refuses every later change of a template. To grow the claims of a running set, resize each claim.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ClaimTemplate extends NamedObject
        implements ClaimFields, Mountable, ExtensibleClaimTemplate {

    ClaimTemplate() {}

    /**
     * Returns a builder for a claim template.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label, as the name of the pod's volume
     *     must be; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static ClaimTemplateBuildStages.AccessModeBuildStage named(String name) {
        return ClaimTemplateBuildStages.start()
                .name(NameFormat.DNS_LABEL.require("ClaimTemplate: metadata.name", name));
    }

    // Declared again so that the stages of the builder follow the name.
    @Override
    public abstract AccessMode accessMode();

    @Override
    public abstract Bytes storage();

    /** Changes the fabric8 model of the template, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<PersistentVolumeClaimBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("ClaimTemplate");
        checkClaim("ClaimTemplate \"" + name() + "\"");
    }

    /** The template as a fabric8 model, with {@code apiVersion} and {@code kind}, as the API server returns it. */
    PersistentVolumeClaim toModel() {
        PersistentVolumeClaimBuilder claim =
                new PersistentVolumeClaimBuilder().withMetadata(metadata()).withSpec(toSpec());
        return customize().orElse(UnaryOperator.identity()).apply(claim).build();
    }
}
