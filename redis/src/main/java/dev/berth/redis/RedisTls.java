package dev.berth.redis;

import dev.berth.config.SecretSource;
import dev.berth.recipe.Tls;
import dev.berth.redis.RedisTopology.Form;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import java.util.ArrayList;
import java.util.List;

/**
 * TLS for clients, for replication, and for the servers of a cluster among each other.
 *
 * <pre>{@code
 * RedisTls.required(Secret.existing("cache-tls"))
 * }</pre>
 *
 * <p>Source of the settings: Redis 7.0, {@code redis.conf}, section TLS/SSL.
 *
 * @param server the Secret with {@code tls.crt}, {@code tls.key} and {@code ca.crt}, the certificate of the authority
 * @param clientCertificates whether clients need a certificate of the same authority
 */
public record RedisTls(Tls server, boolean clientCertificates) {

    private static final List<String> KEYS = List.of("tls.crt", "tls.key", "ca.crt");

    /**
     * Checks the keys.
     *
     * @throws InvalidValueException if the Secret is in the set and does not have the three keys
     */
    public RedisTls {
        KEYS.forEach(server.secret()::requireKey);
    }

    /** Clients must use TLS, on {@link Redis#TLS_PORT}. There is no port without TLS. */
    public static RedisTls required(SecretSource secret) {
        return new RedisTls(Tls.required(secret), false);
    }

    /**
     * Clients may use TLS, on {@link Redis#TLS_PORT}, and connect without it on {@link Redis#PORT}: for the time in which
     * they are changed one by one. Replicas always use TLS.
     */
    public static RedisTls optional(SecretSource secret) {
        return new RedisTls(Tls.optional(secret), false);
    }

    /** Returns a copy in which clients need a certificate of the same authority, in addition to the password. */
    public RedisTls clientCertificatesRequired() {
        return new RedisTls(server, true);
    }

    /** The ports for clients. */
    List<Port> ports() {
        return server.plain() ? List.of(Redis.PORT, Redis.TLS_PORT) : List.of(Redis.TLS_PORT);
    }

    /** The settings of the servers. */
    List<RedisSetting> settings(RedisTopology topology) {
        List<RedisSetting> all = new ArrayList<>(settings(Redis.TLS_PORT, server.plain()));
        if (!topology.is(Form.INDEPENDENT)) {
            all.add(RedisSetting.other("tls-replication", "yes"));
        }
        if (topology.is(Form.CLUSTER)) {
            all.add(RedisSetting.other("tls-cluster", "yes"));
        }
        return all;
    }

    /** The settings of the sentinels, which have one port. They connect with TLS if this is how servers replicate. */
    List<RedisSetting> sentinelSettings() {
        List<RedisSetting> all = new ArrayList<>(settings(Redis.SENTINEL_PORT, false));
        all.add(RedisSetting.other("tls-replication", "yes"));
        return all;
    }

    private List<RedisSetting> settings(Port port, boolean isPlainToo) {
        List<RedisSetting> all = new ArrayList<>();
        if (!isPlainToo) {
            all.add(RedisSetting.other("port", "0"));
        }
        all.add(RedisSetting.other("tls-port", String.valueOf(port.number())));
        all.add(RedisSetting.other("tls-cert-file", Tls.DIRECTORY + "/tls.crt"));
        all.add(RedisSetting.other("tls-key-file", Tls.DIRECTORY + "/tls.key"));
        all.add(RedisSetting.other("tls-ca-cert-file", Tls.DIRECTORY + "/ca.crt"));
        // Redis asks clients for a certificate by default.
        all.add(RedisSetting.other("tls-auth-clients", clientCertificates ? "yes" : "no"));
        return all;
    }
}
