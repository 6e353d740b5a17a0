package dev.berth.certificate;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Signs the certificates of its namespace.
 *
 * <pre>{@code
 * private final Issuer authority =
 *         Issuer.named("shop-ca").config(IssuerConfig.ca(root.secret())).build();
 * }</pre>
 *
 * <p>It follows the CRD of cert-manager 1.21.1, {@code cert-manager.io/v1}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Issuer extends NamedCustomResource implements IssuerSource, ExtensibleIssuer {

    Issuer() {}

    /**
     * Returns a builder for an Issuer.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static IssuerBuildStages.ConfigBuildStage named(String name) {
        return IssuerBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Issuer: metadata.name", name));
    }

    /** An Issuer that already exists in the cluster. */
    public static IssuerSource existing(String name) {
        return new ExistingIssuer("Issuer", name);
    }

    /** How it signs certificates. */
    public abstract IssuerConfig config();

    @Value.Check
    void check() {
        checkMetadata("Issuer");
    }

    @Override
    public String issuerKind() {
        return "Issuer";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public Set<ExistingObject> existing() {
        return config().existing();
    }

    @Override
    public HasMetadata toModel() {
        return customResource(Certificate.API_VERSION, "Issuer", config().toModel());
    }
}
