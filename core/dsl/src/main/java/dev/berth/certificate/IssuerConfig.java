package dev.berth.certificate;

import dev.berth.config.SecretSource;
import dev.berth.custom.Fields;
import dev.berth.ingress.IngressClassSource;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an issuer signs certificates. For other ways, such as Vault, or ACME with a DNS provider, refer to an issuer that
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

    /**
     * Certificates are issued by an ACME server, such as Let's Encrypt, which checks that the Ingress controller answers
     * for the DNS name. cert-manager creates the key of the account.
     *
     * @param server the URL of the server, such as {@code https://acme-v02.api.letsencrypt.org/directory}
     * @param accountKey the name of the Secret in which cert-manager keeps the key of the account
     * @param ingressClass the Ingress controller that answers
     * @throws InvalidValueException if the URL does not start with {@code https://}, or the name is not a DNS subdomain
     */
    static Acme acme(String server, String accountKey, IngressClassSource ingressClass) {
        return new Acme(server, accountKey, ingressClass, Optional.empty());
    }

    /** The Secret that is read, if there is one. */
    Optional<SecretSource> secret();

    /** The objects outside the set that are named. */
    default Set<ExistingObject> existing() {
        return secret().flatMap(SecretSource::outside).map(Set::of).orElse(Set.of());
    }

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

    /**
     * An ACME server issues the certificates.
     *
     * @param server the URL of the server
     * @param accountKey the Secret in which cert-manager keeps the key of the account
     * @param ingressClass the Ingress controller that responds to the checks of the ACME server
     * @param email the address for messages about the account
     */
    record Acme(String server, String accountKey, IngressClassSource ingressClass, Optional<String> email)
            implements IssuerConfig {

        /** Checks the URL and the name. */
        public Acme {
            NameFormat.DNS_SUBDOMAIN.require("IssuerConfig: acme.privateKeySecretRef.name", accountKey);
            if (!server.startsWith("https://")) {
                throw InvalidValueException.of("IssuerConfig: acme.server", server, "must start with https://");
            }
        }

        /** Returns a copy with an address for messages about the account. */
        public Acme email(String address) {
            return new Acme(server, accountKey, ingressClass, Optional.of(address));
        }

        @Override
        public Optional<SecretSource> secret() {
            return Optional.empty();
        }

        @Override
        public Set<ExistingObject> existing() {
            return ingressClass.outside().map(Set::of).orElse(Set.of());
        }

        @Override
        public Map<String, Object> toModel() {
            Fields ingress = new Fields().put("ingressClassName", ingressClass.name());
            Object solver = new Fields()
                    .put("http01", new Fields().put("ingress", ingress))
                    .toMap();
            Fields acme = new Fields()
                    .put("server", server)
                    .put("email", email)
                    .put("privateKeySecretRef", new Fields().put("name", accountKey))
                    .put("solvers", List.of(solver));
            return new Fields().put("acme", acme).toMap();
        }
    }
}
