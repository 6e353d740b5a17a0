package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rendered tree with three servers and three sentinels, running for real. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SentinelServersTest {

    private static final List<String> SERVERS = List.of("cache-0", "cache-1", "cache-2");
    private static final List<String> SENTINELS = List.of("cache-sentinel-0", "cache-sentinel-1", "cache-sentinel-2");

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", "a \"b\" 'c' \\ #1"));
        cluster.apply(Path.of("src/test/golden/sentinel"));
        KnownReplicas.await(cluster, "redis-cli");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_sentinels_know_each_other_and_the_replicas_by_name() {
        cluster.await("every sentinel knows the others", () -> SENTINELS.stream()
                .allMatch(sentinel ->
                        sentinel(sentinel, "sentinel", "ckquorum", "cache").startsWith("OK 3 usable")));
        assertThat(primary()).isEqualTo("cache-0");
    }

    @Test
    @Order(2)
    void a_replica_is_promoted_and_the_old_primary_rejoins_as_its_replica() {
        write("before");
        cluster.destroy("cache-0");
        cluster.await("another server is the primary", () -> !primary().equals("cache-0"));
        String promoted = primary();
        assertThat(cli(promoted, "GET", "before")).isEqualTo("yes");
        cluster.await("the promoted server accepts writes", () -> cli(promoted, "SET", "after", "yes")
                .equals("OK"));

        cluster.start("cache-0");
        cluster.awaitReady("cache-0");
        cluster.await(
                "the old primary is a replica", () -> cli("cache-0", "ROLE").contains(promoted + ".cache-headless"));
        cluster.await("the old primary has the new key", () -> cli("cache-0", "GET", "after")
                .equals("yes"));
    }

    @Test
    @Order(3)
    void after_the_loss_of_all_pods_the_last_primary_is_the_primary_again() {
        String before = primary();
        write("last");
        SERVERS.forEach(cluster::destroy);
        SENTINELS.forEach(cluster::destroy);

        SERVERS.forEach(cluster::start);
        SENTINELS.forEach(cluster::start);
        SERVERS.forEach(cluster::awaitReady);
        SENTINELS.forEach(cluster::awaitReady);

        cluster.await("a primary has the last key", () -> cli(primary(), "GET", "last")
                .equals("yes"));
        assertThat(before).isNotEqualTo("cache-0");
        assertThat(SERVERS).contains(primary());
        cluster.await(
                "the other servers follow",
                () -> SERVERS.stream()
                                .filter(server -> cli(server, "ROLE").startsWith("slave"))
                                .filter(server -> cli(server, "ROLE").contains("connected"))
                                .count()
                        == 2);
    }

    /** Writes a key, and waits until a replica has it. */
    private static void write(String key) {
        cluster.await("a replica acknowledges " + key, () -> {
            String primary = primary();
            return cluster.exec(primary, "sh", "-c", "printf 'SET " + key + " yes\\nWAIT 1 5000\\n' | redis-cli")
                    .text()
                    .matches("(?s)OK\\s+[12]\\s*");
        });
    }

    /** The primary, as the first sentinel that answers names it. */
    private static String primary() {
        for (String sentinel : SENTINELS) {
            String answer = sentinel(sentinel, "sentinel", "get-master-addr-by-name", "cache");
            if (answer.startsWith("cache-")) {
                return answer.substring(0, answer.indexOf('.'));
            }
        }
        return "none";
    }

    private static String sentinel(String pod, String... command) {
        return run(pod, List.of("redis-cli", "-p", "26379"), command);
    }

    private static String cli(String pod, String... command) {
        return SERVERS.contains(pod) ? run(pod, List.of("redis-cli"), command) : "";
    }

    private static String run(String pod, List<String> start, String... command) {
        List<String> all = new ArrayList<>(start);
        all.addAll(List.of(command));
        return cluster.exec(pod, all.toArray(String[]::new)).text().strip();
    }
}
