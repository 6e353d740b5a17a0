package dev.berth.certificate;

import dev.berth.config.SecretSource;
import dev.berth.custom.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * How an issuer signs certificates. For other ways, such as Vault or ACME with a DNS provider, refer to an issuer that
 * exists.
 *
 * <p>Source: cert-manager 1.21.1, {@code pkg/apis/certmanager/v1/types_issuer.go}, {@code IssuerConfig}.
 */
public sealed interface IssuerConfig {

    /** Each certificate is signed with its own key: the root of an authority, or a server for a test. */
    static IssuerConfig selfSigned() {
        return new SelfSigned();
    }

    /**
     * Certificates are signed by the authority in this Secret, such as that of a {@link Certificate} with {@code
     * isCA(true)}. The Secret of a ClusterIssuer is in the namespace of cert-manager.
     *
     * @throws dev.berth.value.InvalidValueException if the Secret is declared and lacks {@code tls.crt} or {@code
     *     tls.key}
     */
    static IssuerConfig ca(SecretSource authority) {
        return new Ca(authority);
    }

    /** The Secret that is read, if there is one. */
    Optional<SecretSource> secret();

    /** The fields of the spec. */
    Map<String, Object> toModel();

    /** Each certificate is signed with its own key. */
    record SelfSigned() implements IssuerConfig {

        @Override
        public Optional<SecretSource> secret() {
            return Optional.empty();
        }

        @Override
        public Map<String, Object> toModel() {
            return new Fields().put("selfSigned", (Object) Map.of()).toMap();
        }
    }

    /**
     * An authority signs the certificates.
     *
     * @param authority the Secret with the certificate of the authority and its key
     */
    record Ca(SecretSource authority) implements IssuerConfig {

        /** Checks the keys of the Secret. */
        public Ca {
            authority.requireKey("tls.crt");
            authority.requireKey("tls.key");
        }

        @Override
        public Optional<SecretSource> secret() {
            return Optional.of(authority);
        }

        @Override
        public Map<String, Object> toModel() {
            return new Fields()
                    .put("ca", new Fields().put("secretName", authority.name()))
                    .toMap();
        }
    }
}
