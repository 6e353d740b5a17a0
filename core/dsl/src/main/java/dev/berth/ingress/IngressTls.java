package dev.berth.ingress;

import dev.berth.config.SecretSource;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLSBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificate for hosts of an Ingress.
 *
 * <pre>{@code
 * IngressTls.of(Secret.existing("shop-tls"), "shop.example.com")
 * }</pre>
 *
 * @param secret the Secret, whose keys {@code tls.crt} and {@code tls.key} have the certificate and its key
 * @param hosts the hosts of the certificate
 */
public record IngressTls(SecretSource secret, List<String> hosts) {

    /**
     * Creates a certificate.
     *
     * @throws InvalidValueException if the Secret is declared and lacks one of the keys, or a host is not a DNS name
     */
    public IngressTls {
        secret.requireKey("tls.crt");
        secret.requireKey("tls.key");
        hosts = List.copyOf(hosts);
        hosts.forEach(host -> IngressRule.requireHost("IngressTls host", host));
    }

    /** The certificate in this Secret, for these hosts. */
    public static IngressTls of(SecretSource secret, String host, String... more) {
        List<String> hosts = new ArrayList<>(List.of(host));
        hosts.addAll(List.of(more));
        return new IngressTls(secret, hosts);
    }

    IngressTLS toModel() {
        return new IngressTLSBuilder()
                .withHosts(hosts)
                .withSecretName(secret.name())
                .build();
    }
}
