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
 * Signs certificates in every namespace.
 *
 * <pre>{@code
 * private final ClusterIssuer selfSigned =
 *         ClusterIssuer.named("self-signed").config(IssuerConfig.selfSigned()).build();
 * }</pre>
 *
 * <p>It follows the CRD of cert-manager 1.21.1, {@code cert-manager.io/v1}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ClusterIssuer extends NamedCustomResource
        implements IssuerSource, ExtensibleClusterIssuer {

    ClusterIssuer() {}

    /**
     * Returns a builder for a ClusterIssuer.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static ClusterIssuerBuildStages.ConfigBuildStage named(String name) {
        return ClusterIssuerBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("ClusterIssuer: metadata.name", name));
    }

    /** A ClusterIssuer that already exists in the cluster. */
    public static IssuerSource existing(String name) {
        return new ExistingIssuer("ClusterIssuer", name);
    }

    /** How it signs certificates. */
    public abstract IssuerConfig config();

    @Value.Check
    void check() {
        checkMetadata("ClusterIssuer");
    }

    @Override
    public String issuerKind() {
        return "ClusterIssuer";
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
    protected boolean isClusterScoped() {
        return true;
    }

    @Override
    public HasMetadata toModel() {
        return customResource(Certificate.API_VERSION, "ClusterIssuer", config().toModel());
    }
}
