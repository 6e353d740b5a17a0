package com.example.redis;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.config.Secret;
import dev.berth.harness.LocalCluster;
import dev.berth.harness.ServerCertificate;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisTls;
import dev.berth.redis.RedisTopology;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is added to servers that run and have data: first beside the plain port, then instead of it. */
class AddedTlsTest {

    private static final String PASSWORD = "first";

    private static final Redis CACHE = Redis.named("cache")
            .image(RedisImage.of("redis:7.0.15"))
            .password(Password.key(Secret.existing("cache-credentials"), "password"))
            .storage(gibi(1))
            .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
            .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
            .configChanges(ConfigChanges.RESTART)
            .build();

    @TempDir
    private Path directory;

    private Map<String, String> certificate = Map.of();

    @BeforeEach
    void create() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: adding TLS to running servers, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        certificate = ServerCertificate.of(directory.resolve("tls"), "cache", "*.cache-headless.shop.svc");
    }

    @Test
    void a_primary_and_its_replicas_keep_their_data_and_clients_move_one_by_one() {
        addTls(CACHE.withTopology(RedisTopology.replicated(3)), "connected_slaves:2", "INFO", "replication");
    }

    @Test
    void a_cluster_keeps_its_slots_and_its_data() {
        addTls(CACHE.withTopology(RedisTopology.cluster(3, 1)), "cluster_state:ok", "CLUSTER", "INFO");
    }

    private void addTls(Redis plain, String whole, String... question) {
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("cache-credentials", Map.of("password", PASSWORD));
            cluster.secret("cache-tls", certificate);
            apply(cluster, plain);
            awaitAnswer(cluster, whole, "redis-cli", question);
            cluster.await("the first key is written", () -> plain(cluster, "SET", "first", "yes")
                    .equals("OK"));

            apply(cluster, plain.withTls(RedisTls.optional(Secret.existing("cache-tls"))));
            awaitAnswer(cluster, whole, "/usr/local/etc/redis/cli.sh", question);
            cluster.await(
                    "both ports have the key",
                    () -> plain(cluster, "GET", "first").equals("yes")
                            && encrypted(cluster, "GET", "first").equals("yes"));

            apply(cluster, plain.withTls(RedisTls.required(Secret.existing("cache-tls"))));
            awaitAnswer(cluster, whole, "/usr/local/etc/redis/cli.sh", question);
            cluster.await("the port for TLS has the key", () -> encrypted(cluster, "GET", "first")
                    .equals("yes"));
            assertThat(plain(cluster, "GET", "first")).contains("Connection refused");
        }
    }

    private void apply(LocalCluster cluster, Redis redis) {
        Namespace shop = Namespace.named("shop").build();
        Path tree = directory.resolve("tree");
        TreeWriter.write(
                ManifestTree.render(
                        ManifestSet.of(ManifestFile.of("cache.yaml", redis.manifests())
                                        .in(shop))
                                .existing("Secret", "cache-credentials")
                                .existing("Secret", "cache-tls")
                                .existing("Namespace", "shop"),
                        "test",
                        "mvn test"),
                tree);
        cluster.apply(tree);
    }

    private static void awaitAnswer(LocalCluster cluster, String answer, String cli, String... question) {
        String[] command =
                Stream.of(new String[] {cli}, question).flatMap(Stream::of).toArray(String[]::new);
        cluster.await(
                "the servers have found each other",
                () -> cluster.exec("cache-0", command).text().contains(answer));
    }

    private String plain(LocalCluster cluster, String... command) {
        return client(cluster, "exec redis-cli -c -h cache --no-auth-warning -a \"$@\"", command);
    }

    private String encrypted(LocalCluster cluster, String... command) {
        return client(
                cluster,
                "printf %s \"$0\" >/tmp/ca.crt"
                        + " && exec redis-cli -c -h cache -p 6380 --tls --cacert /tmp/ca.crt --no-auth-warning -a \"$@\"",
                command);
    }

    private String client(LocalCluster cluster, String script, String... command) {
        String[] start = {"bash", "-c", script, certificate.get("ca.crt"), PASSWORD};
        return cluster.client(Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new))
                .text()
                .strip();
    }
}
