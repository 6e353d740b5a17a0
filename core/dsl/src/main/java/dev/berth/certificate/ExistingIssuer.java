package dev.berth.certificate;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/**
 * An issuer that already exists in the cluster. Created by {@link Issuer#existing} or {@link ClusterIssuer#existing}.
 *
 * @param issuerKind Issuer or ClusterIssuer
 * @param name the name
 */
public record ExistingIssuer(String issuerKind, String name) implements IssuerSource {

    /**
     * Refers to an issuer.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public ExistingIssuer {
        NameFormat.DNS_SUBDOMAIN.require(issuerKind + ": metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject(issuerKind, name));
    }
}
