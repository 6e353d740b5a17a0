package dev.berth.monitoring;

import dev.berth.config.SecretKeyRef;
import dev.berth.custom.Fields;
import java.util.List;

/**
 * How Prometheus proves who it is: with a name and a password, or with a token, never with both; Prometheus Operator
 * 0.93.0, {@code pkg/apis/monitoring/v1/http_config.go}, {@code HTTPConfigWithoutTLS.Validate}.
 */
public sealed interface ScrapeAuthorization {

    /** A name and a password. */
    static ScrapeAuthorization basicAuth(SecretKeyRef username, SecretKeyRef password) {
        return new BasicAuth(username, password);
    }

    /** A token, in the header {@code Authorization: Bearer}. */
    static ScrapeAuthorization bearer(SecretKeyRef token) {
        return new Bearer(token);
    }

    /** The keys of Secrets that are read. The Secrets are in the namespace of the monitor. */
    List<SecretKeyRef> secrets();

    /** The name of the field of the endpoint. */
    String field();

    /** The value of the field. */
    Object toModel();

    /**
     * A name and a password.
     *
     * @param username the key with the name
     * @param password the key with the password
     */
    record BasicAuth(SecretKeyRef username, SecretKeyRef password) implements ScrapeAuthorization {

        @Override
        public List<SecretKeyRef> secrets() {
            return List.of(username, password);
        }

        @Override
        public String field() {
            return "basicAuth";
        }

        @Override
        public Object toModel() {
            return new Fields()
                    .put("username", ScrapeTls.key(username))
                    .put("password", ScrapeTls.key(password))
                    .toMap();
        }
    }

    /**
     * A token.
     *
     * @param token the key with the token
     */
    record Bearer(SecretKeyRef token) implements ScrapeAuthorization {

        @Override
        public List<SecretKeyRef> secrets() {
            return List.of(token);
        }

        @Override
        public String field() {
            return "authorization";
        }

        @Override
        public Object toModel() {
            return new Fields().put("credentials", ScrapeTls.key(token)).toMap();
        }
    }
}
