package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rendered tree with a cluster of three primaries and three replicas, running for real. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterServersTest {

    private static final List<String> SERVERS =
            IntStream.range(0, 6).mapToObj(ordinal -> "cache-" + ordinal).toList();
    private static final String PASSWORD = "a \"b\" 'c' \\ #1";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.apply(Path.of("src/test/golden/cluster"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void all_slots_are_assigned_and_clients_are_sent_to_names() {
        awaitWhole();
        for (int key = 0; key < 20; key++) {
            assertThat(client("SET", "key" + key, "value" + key)).endsWith("OK");
        }
        assertThat(exec("cache-0", "cluster", "slots")).contains("cache-1.cache-headless.shop.svc");
    }

    @Test
    @Order(2)
    void a_replica_takes_over_for_a_primary_that_is_gone() {
        awaitReplicas();
        cluster.destroy("cache-0");
        cluster.await(
                "the other servers are whole",
                () -> exec("cache-1", "cluster", "nodes").contains("master,fail ")
                        && exec("cache-1", "cluster", "info").contains("cluster_state:ok"));
        cluster.start("cache-0");
        cluster.awaitReady("cache-0");
        cluster.await(
                "the old primary is a replica", () -> exec("cache-0", "ROLE").startsWith("slave"));
        awaitKeys();
    }

    @Test
    @Order(3)
    void the_cluster_is_whole_after_every_pod_has_another_address() {
        List<String> before = SERVERS.stream().map(cluster::address).toList();
        SERVERS.forEach(cluster::destroy);
        SERVERS.forEach(cluster::start);
        SERVERS.forEach(cluster::awaitReady);

        assertThat(SERVERS.stream().map(cluster::address)).doesNotContainAnyElementsOf(before);
        awaitWhole();
        awaitKeys();
    }

    private static void awaitWhole() {
        cluster.await(
                "every server sees a whole cluster", () -> SERVERS.stream().allMatch(server -> {
                    String info = exec(server, "cluster", "info");
                    return info.contains("cluster_state:ok")
                            && info.contains("cluster_slots_ok:16384")
                            && info.contains("cluster_known_nodes:6");
                }));
    }

    /** Each primary has a replica that has copied its data. */
    private static void awaitReplicas() {
        cluster.await(
                "three replicas are connected",
                () -> SERVERS.stream()
                                .map(server -> exec(server, "ROLE"))
                                .filter(role -> role.startsWith("slave") && role.contains("connected"))
                                .count()
                        == 3);
    }

    private static void awaitKeys() {
        for (int key = 0; key < 20; key++) {
            String name = "key" + key;
            String value = "value" + key;
            cluster.await(name + " is there", () -> client("GET", name).endsWith(value));
        }
    }

    private static String exec(String pod, String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "redis-cli";
        System.arraycopy(command, 0, all, 1, command.length);
        return cluster.exec(pod, all).text().strip();
    }

    /** Runs a command through the Service, and follows the redirections to the names of the servers. */
    private static String client(String... command) {
        String[] start = {"env", "REDISCLI_AUTH=" + PASSWORD, "redis-cli", "-c", "-h", "cache"};
        String[] all = new String[start.length + command.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(command, 0, all, start.length, command.length);
        return cluster.client(all).text().strip();
    }
}
