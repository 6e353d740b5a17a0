package com.example.redis;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.certificate.ClusterIssuer;
import dev.berth.config.CreatedSecret;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.Namespace;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.recipe.VolumeOwner;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisProxy;
import dev.berth.redis.RedisSetting;
import dev.berth.redis.RedisTls;
import dev.berth.redis.RedisTopology;
import dev.berth.redis.RedisUser;
import dev.berth.redis.Sentinels;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recipe refuses, with the value, the rule and the remedy. */
class RefusedRedisTest {

    private static final Password PASSWORD = Password.key(Secret.existing("cache-credentials"), "password");

    private static final Redis CACHE = Redis.named("cache")
            .image(RedisImage.of("redis:7.4.2"))
            .password(PASSWORD)
            .storage(gibi(1))
            .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
            .clients(Clients.everyone("It is a test."))
            .build();

    private static final SecretSource TLS = Secret.existing("cache-tls");

    private static final Resources SMALL =
            Resources.requests(millicores(100), mebi(64)).memoryLimit(mebi(64));

    static Stream<Arguments> declarations() {
        return Stream.of(
                refusal(
                        () -> CACHE.plusSetting(RedisSetting.maxMemory(mebi(200))),
                        "Redis \"cache\": maxmemory: Invalid value: \"200Mi\": must be at most half of the memory limit of"
                                + " 256Mi: rewriting the log can need as much again"),
                refusal(
                        () -> CACHE.plusSettings(
                                RedisSetting.maxMemory(mebi(64)),
                                RedisSetting.other("repl-backlog-size", "200mb"),
                                RedisSetting.other("client-output-buffer-limit", "replica", "256mb", "64mb", "60")),
                        """
                        Redis "cache": repl-backlog-size: Invalid value: "200mb": must be at most 192mb, which the memory limit of 256Mi leaves besides maxmemory
                        Redis "cache": client-output-buffer-limit: Invalid value: "256mb": must be at most 192mb, which the memory limit of 256Mi leaves besides maxmemory"""),
                refusal(
                        () -> CACHE.plusSettings(
                                RedisSetting.other("appendonly", "no"),
                                RedisSetting.other("requirepass", "secret"),
                                RedisSetting.other("MaxMemory", "1mb"),
                                RedisSetting.other("maxmemory", "1mb"),
                                RedisSetting.other("timeout", "1\n2"),
                                RedisSetting.other("timeout", "3")),
                        """
                        Redis "cache": settings: Invalid value: "appendonly": must not be set: the recipe sets it
                        Redis "cache": settings: Invalid value: "requirepass": must not be set: passwords do not belong in a ConfigMap: use password and users
                        Redis "cache": settings: Invalid value: "MaxMemory": must be lower case letters, digits and '-'
                        Redis "cache": settings: Invalid value: "maxmemory": must be set with RedisSetting.maxMemory(…)
                        Redis "cache": settings[timeout]: Invalid value: "1
                        2": must be one line
                        Redis "cache": settings: Invalid value: "timeout": must be unique"""),
                refusal(
                        () -> CACHE.withPassword(Password.file(Secret.existing("cache-credentials"), "password")),
                        "Redis \"cache\": password: the image reads no password from a file: use Password.key(…)"),
                refusal(
                        () -> CACHE.plusUsers(RedisUser.of("shop", PASSWORD), RedisUser.of("shop", PASSWORD)),
                        "Redis \"cache\": users: Invalid value: \"shop\": must be unique"),
                refusal(
                        () -> RedisUser.of("shop", PASSWORD, ">secret"),
                        "RedisUser \"shop\": Invalid value: \">secret\": must be a rule such as ~keys:* or +@read"),
                refusal(
                        () -> RedisUser.of("shop", Password.withoutPassword("It is a test.")),
                        "RedisUser: Invalid value: \"shop\": must have a password from a key of a Secret"),
                refusal(
                        () -> RedisSetting.save(Duration.ofMillis(1500), 1),
                        "RedisSetting save: Invalid value: \"PT1.5S\": must be whole seconds, at least 1 s"),
                refusal(
                        () -> RedisSetting.save(Duration.ofSeconds(1), 0),
                        "RedisSetting save: Invalid value: 0: must be at least 1 change"),
                refusal(
                        () -> CACHE.plusSetting(RedisSetting.other("tls-port", "6379")),
                        "Redis \"cache\": settings: Invalid value: \"tls-port\": must be set with"
                                + " tls(RedisTls.required(…))"),
                refusal(
                        () -> CACHE.withImage(RedisImage.of("redis:5.0.14"))
                                .withVolumeOwner(VolumeOwner.initContainer("busybox:1.37"))
                                .withTls(RedisTls.required(TLS)),
                        """
                        Redis "cache": image: Invalid value: "redis:5.0.14": must be Redis 6 or later with tls: older servers have no TLS
                        Redis "cache": tls: the key file is readable for the server only through the fsGroup of the pod: use VolumeOwner.fsGroup()"""),
                refusal(
                        () -> CACHE.withTls(RedisTls.optional(TLS))
                                .withTopology(RedisTopology.sentinel(3, Sentinels.three())),
                        "Redis \"cache\": tls: Invalid value: \"optional\": must be required with sentinels: they tell all clients"
                                + " the port for TLS"),
                refusal(
                        () -> CACHE.withTls(RedisTls.required(TLS).clientCertificatesRequired())
                                .withTopology(RedisTopology.sentinel(
                                        3, Sentinels.three().proxy(RedisProxy.haproxy("haproxy:3.0.12", SMALL)))),
                        "Redis \"cache\": tls: Invalid value: \"clientCertificatesRequired\": must not be used with a proxy: its"
                                + " checks show no certificate to the servers"),
                refusal(
                        () -> RedisTls.required(new CreatedSecret(
                                "cache-tls",
                                "ExternalSecret \"cache-tls\"",
                                Optional.of(List.of("tls.crt", "tls.key")))),
                        "Secret \"cache-tls\" of ExternalSecret \"cache-tls\" has no key \"ca.crt\". Keys: tls.crt, tls.key."),
                refusal(
                        () -> CACHE.certificate(
                                ClusterIssuer.existing("internal"),
                                Namespace.named("shop").build()),
                        "Redis \"cache\": tls: Required value: the Secret in which the certificate is stored: use"
                                + " tls(RedisTls.required(…))"),
                refusal(
                        () -> RedisTopology.replicated(1),
                        "RedisTopology servers: Invalid value: 1: must be at least 2"),
                refusal(
                        () -> RedisProxy.haproxy("nginx:1.29", SMALL),
                        "RedisProxy image: Invalid value: \"nginx:1.29\": must be the official image haproxy or a copy with"
                                + " the same name, with a tag that states its version"),
                refusal(
                        () -> RedisProxy.haproxy("haproxy:2.4.29", SMALL),
                        "RedisProxy image: Invalid value: \"haproxy:2.4.29\": must be HAProxy 2.6 or later: its configuration"
                                + " needs it"),
                refusal(
                        () -> RedisProxy.haproxy("haproxy:3.0.12", Resources.requests(millicores(100), mebi(64))),
                        "RedisProxy resources: Required value: a memory limit of at least 64Mi, which decides how many"
                                + " connections are accepted"),
                refusal(
                        () -> RedisProxy.haproxy("haproxy:3.0.12", SMALL).replicas(1),
                        "RedisProxy replicas: Invalid value: 1: must be at least 2: clients reach nothing while the only proxy"
                                + " restarts"),
                refusal(
                        () -> RedisImage.of("redis:alpine"),
                        "Redis image: Invalid value: \"redis:alpine\": must have a tag that states its version, not only its"
                                + " variant"),
                refusal(
                        () -> RedisImage.valkey("redis:7.4"),
                        "Valkey image: Invalid value: \"redis:7.4\": must be an official image or a copy with the same name:"
                                + " state the facts about any other image with custom(…)"));
    }

    private static Arguments refusal(Supplier<Object> declaration, String message) {
        return Arguments.of(declaration, message);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void a_declaration_that_would_not_work_is_refused(Supplier<Object> declaration, String message) {
        assertThatThrownBy(declaration::get)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
