package dev.berth.recipe;

import dev.berth.config.SecretSource;
import dev.berth.value.FileMode;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.Mount;

/**
 * The certificate of a server: a Secret of the type {@code kubernetes.io/tls}, with the keys {@code tls.crt} and {@code
 * tls.key}, and {@code ca.crt} if the servers connect to each other.
 *
 * <pre>{@code
 * Tls.required(Secret.existing("orders-tls"))
 * }</pre>
 *
 * @param secret the Secret
 * @param plain whether clients may also connect without TLS
 */
public record Tls(SecretSource secret, boolean plain) {

    /** Where the files are. */
    public static final String DIRECTORY = "/run/tls";

    /** Clients must use TLS. */
    public static Tls required(SecretSource secret) {
        return new Tls(secret, false);
    }

    /** Clients may use TLS, for the time in which they are changed one by one. */
    public static Tls optional(SecretSource secret) {
        return new Tls(secret, true);
    }

    /** The files, readable for the group of the server only: PostgreSQL refuses a key that everyone can read. */
    public Mount mount() {
        return SecretVolume.named("tls")
                .secret(secret)
                .defaultMode(FileMode.of("0440"))
                .build()
                .at(DIRECTORY)
                .readOnly();
    }
}
