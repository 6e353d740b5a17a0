package dev.berth.monitoring;

import dev.berth.config.SecretKeyRef;
import dev.berth.custom.Fields;
import java.util.Optional;

/**
 * How Prometheus checks the certificate of the server that it scrapes.
 *
 * @param ca the key with the certificate of the authority; empty for the authorities that the image of Prometheus trusts
 * @param serverName the name that the certificate must have; empty for the address that is scraped
 * @param insecureSkipVerify whether any certificate is accepted
 */
public record ScrapeTls(Optional<SecretKeyRef> ca, Optional<String> serverName, boolean insecureSkipVerify) {

    /** Trusts certificates of this authority. */
    public static ScrapeTls ca(SecretKeyRef ca) {
        return new ScrapeTls(Optional.of(ca), Optional.empty(), false);
    }

    /** Accepts any certificate, so that the connection is encrypted, but the server may be anyone. */
    public static ScrapeTls insecure() {
        return new ScrapeTls(Optional.empty(), Optional.empty(), true);
    }

    /** Returns a copy for a certificate with this name, because pods are scraped by their IP addresses. */
    public ScrapeTls serverName(CharSequence name) {
        return new ScrapeTls(ca, Optional.of(name.toString()), insecureSkipVerify);
    }

    Fields toModel() {
        return new Fields()
                .put("ca", new Fields().put("secret", ca.map(ScrapeTls::key)))
                .put("serverName", serverName)
                .put("insecureSkipVerify", insecureSkipVerify ? Optional.of(true) : Optional.empty());
    }

    static Object key(SecretKeyRef secret) {
        return new Fields().put("name", secret.name()).put("key", secret.key()).toMap();
    }
}
