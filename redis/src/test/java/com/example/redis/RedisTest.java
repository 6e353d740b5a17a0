package com.example.redis;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Password;
import dev.berth.redis.EvictionPolicy;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisProxy;
import dev.berth.redis.RedisSetting;
import dev.berth.redis.RedisTopology;
import dev.berth.redis.RedisUser;
import dev.berth.redis.Sentinels;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisTest {

    private static final SecretSource SECRET = Secret.existing("cache-credentials");

    /** A namespace in which the API server refuses every pod that does not meet the level "restricted". */
    private static final Namespace SHOP = Namespace.named("shop")
            .putLabel("pod-security.kubernetes.io/enforce", "restricted")
            .build();

    private static final Redis CACHE = Redis.named("cache")
            .image(RedisImage.of("redis:7.4.2"))
            .password(Password.key(SECRET, "password"))
            .storage(gibi(1))
            .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .build();

    @Test
    void a_server_that_reloads_its_configuration_renders_as_reviewed() {
        rendersAs("reload", CACHE.withConfigChanges(ConfigChanges.RELOAD));
    }

    @Test
    void one_server_and_independent_servers_render_as_reviewed() {
        Redis three = Redis.named("queue")
                .image(RedisImage.of("redis:7.4.1-alpine"))
                .password(Password.withoutPassword("The queue has no confidential data."))
                .storage(gibi(5))
                .resources(Resources.requests(millicores(100), mebi(512)).memoryLimit(mebi(512)))
                .clients(Clients.everyone("The network of the cluster is separate."))
                .topology(RedisTopology.independent(3))
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .storageClass(new ExistingStorageClass("fast-ssd"))
                .addSettings(
                        RedisSetting.maxMemory(mebi(256)),
                        RedisSetting.appendFsync(RedisSetting.AppendFsync.ALWAYS),
                        RedisSetting.save(Duration.ofMinutes(15), 1),
                        RedisSetting.save(Duration.ofMinutes(5), 100),
                        RedisSetting.disableCommand("FLUSHALL"),
                        RedisSetting.other("client-output-buffer-limit", "replica", "256mb", "64mb", "60"))
                .build();

        rendersAs("one", CACHE);
        rendersAs("three", three);
    }

    @Test
    void a_primary_and_two_replicas_with_users_render_as_reviewed() {
        Redis replicated = CACHE.withTopology(RedisTopology.replicated(3))
                .withImage(RedisImage.of("redis:7.4.2-alpine"))
                .plusSetting(RedisSetting.evictionPolicy(EvictionPolicy.ALL_KEYS_LRU))
                .plusSetting(RedisSetting.renameCommand("FLUSHDB", "it's a \"test\" #1 \\"))
                .plusUser(RedisUser.of(
                        "shop", Password.key(SECRET, "shop"), "~shop:*", "+@read", "+@write", "-@dangerous"));

        rendersAs("replicated", replicated);
        rendersAs("valkey", replicated.withImage(RedisImage.valkey("valkey/valkey:8.1.1-alpine")));
    }

    @Test
    void sentinels_and_a_cluster_render_as_reviewed() {
        Redis durable = CACHE.plusSetting(RedisSetting.appendFsync(RedisSetting.AppendFsync.ALWAYS));

        rendersAs("sentinel", durable.withTopology(RedisTopology.sentinel(3, Sentinels.three())));
        rendersAs(
                "metrics",
                CACHE.withMetrics(
                        Metrics.exporter("oliver006/redis_exporter:v1.67.0", Password.key(SECRET, "metrics"))));
        rendersAs("demo", CACHE.withPassword(Password.demoValue("not-a-secret")));
        rendersAs("cluster", durable.withTopology(RedisTopology.cluster(3, 1)));
        rendersAs("durable", durable.withTopology(RedisTopology.replicated(3)));
    }

    @Test
    void a_proxy_for_clients_without_sentinel_support_renders_as_reviewed() {
        Redis proxied = CACHE.withTopology(RedisTopology.sentinel(
                3,
                Sentinels.three()
                        .proxy(RedisProxy.haproxy(
                                "haproxy:3.0.12",
                                Resources.requests(millicores(100), mebi(128)).memoryLimit(mebi(128))))));

        rendersAs("proxy", proxied);
    }

    private static void rendersAs(String name, Redis redis) {
        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", SHOP),
                        ManifestFile.of(name + ".yaml", redis.manifests()).in(SHOP)))
                .matchesGoldenTree(Path.of("src/test/golden", name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    redis:7.4.2                                   | 999 | 999
                    redis:7.4.2-alpine                            | 999 | 1000
                    registry.example.com:5000/team/redis:7-alpine | 999 | 1000
                    """)
    void the_facts_about_an_image_follow_from_its_name(String image, long user, long group) {
        RedisImage known = RedisImage.of(image);

        assertThat(known.server().name()).isEqualTo(image);
        assertThat(known.server().user()).isEqualTo(user);
        assertThat(known.server().group()).isEqualTo(group);
        assertThat(known.server().mountPath()).isEqualTo("/data");
    }

    @Test
    void a_custom_image_has_the_facts_of_the_image_that_it_starts_from() {
        RedisImage custom = RedisImage.custom(RedisImage.valkey("valkey/valkey:8.1-alpine"), "team/valkey-json:3");

        assertThat(custom.server().name()).isEqualTo("team/valkey-json:3");
        assertThat(custom.server().group()).isEqualTo(1000);
    }
}
