package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.Kills;
import dev.berth.harness.LocalCluster;
import dev.berth.harness.Writers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills servers of each topology at random moments under concurrent writers: no acknowledged write is lost, and no manual
 * step is needed. {@code -Dberth.kills=50} and {@code -Dberth.seed=…} make it a long run, or the same run again. Every
 * server writes its log to the disk before it answers: {@code appendfsync always}.
 */
class KilledRedisTest {

    @BeforeAll
    static void obstacle() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: kills of Redis, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
    }

    @Test
    void independent_servers_have_every_write_that_they_acknowledged() {
        List<String> pods = pods("queue", 3);
        try (LocalCluster cluster = cluster("three")) {
            Writers writers = Writers.of(cluster, script(""));
            for (String pod : pods) {
                String server = pod + ".queue-headless";
                writers.start(pod + "-a", server, "6379", "0").start(pod + "-b", server, "6379", "0");
            }

            Kills.run("Redis, independent", cluster, pods, writers, () -> pods.forEach(cluster::awaitReady));

            for (String pod : pods) {
                assertThat(writers.missing(keys(cluster, pod), pod + "-a", pod + "-b"))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_primary_and_its_replicas_have_every_write_that_the_primary_acknowledged() {
        List<String> pods = pods("cache", 3);
        try (LocalCluster cluster = cluster("durable")) {
            Writers writers = writers(cluster, "cache", "6379", "0");

            Kills.run("Redis, replicated", cluster, pods, writers, () -> awaitReplicas(cluster, pods, 2));

            assertThat(writers.missing(keys(cluster, "cache-0"))).isEmpty();
            for (String pod : pods) {
                cluster.await(pod + " has every acknowledged write", () -> writers.missing(keys(cluster, pod))
                        .isEmpty());
            }
        }
    }

    @Test
    void the_primary_that_sentinels_name_has_every_write_that_all_replicas_received() {
        List<String> servers = pods("cache", 3);
        List<String> sentinels = pods("cache-sentinel", 3);
        try (LocalCluster cluster = cluster("sentinel")) {
            KnownReplicas.await(cluster, "redis-cli");
            Writers writers = writers(cluster, "cache-sentinel", "26379", "2");

            Kills.run(
                    "Redis, sentinel",
                    cluster,
                    Stream.concat(servers.stream(), sentinels.stream()).toList(),
                    writers,
                    () -> {
                        sentinels.forEach(cluster::awaitReady);
                        awaitReplicas(cluster, servers, 2);
                    });

            assertThat(primaries(cluster, servers)).hasSize(1);
            assertThat(writers.missing(keys(cluster, primaries(cluster, servers).get(0))))
                    .isEmpty();
        }
    }

    @Test
    void the_primaries_of_a_cluster_have_every_write_that_their_replicas_received() {
        List<String> pods = pods("cache", 6);
        try (LocalCluster cluster = cluster("cluster")) {
            Writers writers = writers(cluster, "cache", "6379", "1");

            Kills.run("Redis, cluster", cluster, pods, writers, () -> {
                awaitReplicas(cluster, pods, 3);
                cluster.await("every server sees a whole cluster", () -> pods.stream()
                        .allMatch(pod -> cli(cluster, pod, "CLUSTER", "INFO").contains("cluster_state:ok")));
            });

            Set<String> found = primaries(cluster, pods).stream()
                    .flatMap(pod -> keys(cluster, pod).stream())
                    .collect(Collectors.toSet());
            assertThat(writers.missing(found)).isEmpty();
        }
    }

    private static LocalCluster cluster(String tree) {
        LocalCluster cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", "first"));
        cluster.apply(Path.of("src/test/golden", tree));
        return cluster;
    }

    private static List<String> pods(String set, int count) {
        return IntStream.range(0, count)
                .mapToObj(ordinal -> set + "-" + ordinal)
                .toList();
    }

    private static Writers writers(LocalCluster cluster, String... arguments) {
        return Writers.of(cluster, script("first"))
                .start("a", arguments)
                .start("b", arguments)
                .start("c", arguments);
    }

    private static String script(String password) {
        try (InputStream script = Objects.requireNonNull(KilledRedisTest.class.getResourceAsStream("writer.sh"))) {
            return "PASSWORD=" + password + "\n" + new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every server is ready and has its role again: as many replicas as this are connected to a primary. */
    private static void awaitReplicas(LocalCluster cluster, List<String> servers, int count) {
        servers.forEach(cluster::awaitReady);
        cluster.await(
                count + " replicas are connected",
                () -> withRole(cluster, servers, role -> role.startsWith("slave") && role.contains("\nconnected\n"))
                                .size()
                        == count);
    }

    private static List<String> primaries(LocalCluster cluster, List<String> servers) {
        return withRole(cluster, servers, role -> role.startsWith("master"));
    }

    private static List<String> withRole(LocalCluster cluster, List<String> servers, Predicate<String> role) {
        return servers.stream()
                .filter(server -> role.test(cli(cluster, server, "ROLE")))
                .toList();
    }

    private static Set<String> keys(LocalCluster cluster, String pod) {
        return cli(cluster, pod, "KEYS", "*").lines().collect(Collectors.toSet());
    }

    private static String cli(LocalCluster cluster, String pod, String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "redis-cli";
        System.arraycopy(command, 0, all, 1, command.length);
        return cluster.exec(pod, all).text();
    }
}
