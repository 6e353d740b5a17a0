package com.example.redis;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.certificate.Certificate;
import dev.berth.certificate.ClusterIssuer;
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
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisProxy;
import dev.berth.redis.RedisTls;
import dev.berth.redis.RedisTopology;
import dev.berth.redis.Sentinels;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers with TLS. */
class RedisTlsTest {

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
            .tls(RedisTls.required(Secret.existing("cache-tls")))
            .build();

    @Test
    void one_server_with_client_certificates_and_an_exporter_renders_as_reviewed() {
        Redis one = CACHE.withTls(
                        RedisTls.required(Secret.existing("cache-tls")).clientCertificatesRequired())
                .withMetrics(Metrics.exporter("oliver006/redis_exporter:v1.67.0", Password.key(SECRET, "metrics")));

        rendersAs("client-tls", one);
    }

    @Test
    void a_primary_and_two_replicas_with_tls_render_as_reviewed() {
        rendersAs("replicated-tls", CACHE.withTopology(RedisTopology.replicated(3)));
    }

    @Test
    void a_cluster_with_tls_renders_as_reviewed() {
        rendersAs("cluster-tls", CACHE.withTopology(RedisTopology.cluster(3, 1)));
    }

    @Test
    void a_cluster_that_clients_may_use_without_tls_renders_as_reviewed() {
        rendersAs(
                "cluster-optional-tls",
                CACHE.withTopology(RedisTopology.cluster(3, 1))
                        .withTls(RedisTls.optional(Secret.existing("cache-tls"))));
    }

    @Test
    void sentinels_with_tls_render_as_reviewed_and_with_a_proxy_too() {
        rendersAs("sentinel-tls", CACHE.withTopology(RedisTopology.sentinel(3, Sentinels.three())));
        rendersAs(
                "proxy-tls",
                CACHE.withTopology(RedisTopology.sentinel(
                        3,
                        Sentinels.three()
                                .proxy(RedisProxy.haproxy(
                                        "haproxy:3.0.12",
                                        Resources.requests(millicores(100), mebi(128))
                                                .memoryLimit(mebi(128)))))));
    }

    @Test
    void the_certificate_of_sentinels_names_their_service_and_their_pods_too() {
        assertThat(CACHE.withTopology(RedisTopology.sentinel(3, Sentinels.three()))
                        .dnsNames(SHOP))
                .contains(
                        "cache-sentinel",
                        "*.cache-headless.shop.svc",
                        "*.cache-sentinel-headless",
                        "*.cache-sentinel-headless.shop.svc")
                .doesNotContain("cache");
    }

    @Test
    void a_server_that_clients_may_use_without_tls_renders_as_reviewed() {
        Redis optional = CACHE.withTopology(RedisTopology.replicated(2))
                .withTls(RedisTls.optional(Secret.existing("cache-tls")))
                .withConfigChanges(ConfigChanges.RELOAD)
                .withMetrics(Metrics.exporter("oliver006/redis_exporter:v1.67.0", Password.key(SECRET, "metrics")));

        rendersAs("optional-tls", optional);
    }

    @Test
    void valkey_has_a_client_of_its_own() {
        assertThat(CACHE.withImage(RedisImage.valkey("valkey/valkey:8.1.1"))
                        .config()
                        .data()
                        .get("cli.sh"))
                .contains("exec valkey-cli --tls --cacert /run/tls/ca.crt ")
                .doesNotContain("redis-cli");
    }

    @Test
    void the_certificate_names_the_services_and_the_pods() {
        assertThat(CACHE.dnsNames(SHOP))
                .containsExactly(
                        "cache",
                        "cache.shop",
                        "cache.shop.svc",
                        "cache.shop.svc.cluster.local",
                        "*.cache-headless",
                        "*.cache-headless.shop",
                        "*.cache-headless.shop.svc",
                        "*.cache-headless.shop.svc.cluster.local");
    }

    private static void rendersAs(String name, Redis redis) {
        Certificate certificate = redis.certificate(ClusterIssuer.existing("internal"), SHOP);
        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", SHOP),
                        ManifestFile.of("certificate.yaml", certificate).in(SHOP),
                        ManifestFile.of(name + ".yaml", redis.manifests()).in(SHOP)))
                .matchesGoldenTree(Path.of("src/test/golden", name));
    }
}
