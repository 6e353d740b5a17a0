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
 * A template by which a {@link StatefulSet} makes a claim for each of its pods: pod {@code postgres-0} gets the claim
 * {@code postgres-data-postgres-0}, and gets it back whenever it is made anew.
 *
 * <pre>{@code
 * var data = ClaimTemplate.named("postgres-data").accessMode(READ_WRITE_ONCE).storage(gibi(1)).build();
 * container.addMount(data.at("/var/lib/postgresql/data"));
 * }</pre>
 *
 * <p>Kubernetes refuses every later change of a template: growing the claims of a running set takes other steps.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ClaimTemplate extends NamedObject implements ClaimFields, Mountable {

    ClaimTemplate() {}

    /**
     * Starts a template.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS label, as the name of the pod's volume must
     *     be; Kubernetes 1.36, {@code ValidateVolumes}
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

    /** A last change of the template in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<PersistentVolumeClaimBuilder>> customize();

    /** The same template with another size. */
    public abstract ClaimTemplate withStorage(Bytes storage);

    /** The same template of another class. */
    public abstract ClaimTemplate withStorageClass(StorageClassSource storageClass);

    @Value.Check
    void check() {
        checkMetadata("ClaimTemplate");
        checkClaim("ClaimTemplate \"" + name() + "\"");
    }

    /** The template in the model, with {@code apiVersion} and {@code kind}, as the API server returns it. */
    PersistentVolumeClaim toModel() {
        PersistentVolumeClaimBuilder claim =
                new PersistentVolumeClaimBuilder().withMetadata(metadata()).withSpec(toSpec());
        return customize().orElse(UnaryOperator.identity()).apply(claim).build();
    }
}
