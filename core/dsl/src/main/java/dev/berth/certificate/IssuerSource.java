package dev.berth.certificate;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** Who issues a certificate: an {@link Issuer} or {@link ClusterIssuer} in the set, or an existing one. */
public sealed interface IssuerSource permits Issuer, ClusterIssuer, ExistingIssuer {

    /** The name of the object. */
    String name();

    /** The kind of the object: Issuer or ClusterIssuer. */
    String issuerKind();

    /** The object, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
