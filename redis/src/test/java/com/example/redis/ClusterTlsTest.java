package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of three primaries and three replicas with TLS, running with real servers. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTlsTest {

    private static final List<String> SERVERS =
            IntStream.range(0, 6).mapToObj(ordinal -> "cache-" + ordinal).toList();
    private static final String PASSWORD = "a \"b\" 'c' \\ #1";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static String authority;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: a cluster with TLS in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        Map<String, String> certificate = ServerCertificate.of(directory, "cache", "*.cache-headless.shop.svc");
        authority = certificate.get("ca.crt");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/cluster-tls"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void all_slots_are_assigned_over_tls_and_clients_are_sent_to_the_names_and_the_port_for_tls() {
        awaitWhole();
        for (int key = 0; key < 20; key++) {
            assertThat(client("SET", "key" + key, "value" + key)).endsWith("OK");
        }
        assertThat(exec("cache-0", "cluster", "slots")).contains("cache-1.cache-headless.shop.svc\n6380\n");
        assertThat(exec("cache-0", "cluster", "nodes")).contains(":6380@16380,").doesNotContain(":6379@");
    }

    @Test
    @Order(2)
    void a_plain_connection_to_a_server_and_to_the_bus_is_refused() {
        assertThat(cluster.client("redis-cli", "-h", "cache", "PING").text()).contains("Connection refused");
        for (String port : new String[] {"6380", "16380"}) {
            assertThat(cluster.client("redis-cli", "-h", cluster.address("cache-0"), "-p", port, "PING")
                            .text())
                    .matches("Error: (Server closed the connection|Connection reset by peer)\\s*");
        }
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
        for (int key = 0; key < 20; key++) {
            String name = "key" + key;
            String value = "value" + key;
            cluster.await(name + " is there", () -> client("GET", name).endsWith(value));
        }
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

    private static String exec(String pod, String... command) {
        return cluster.exec(
                        pod,
                        Stream.of(new String[] {"/usr/local/etc/redis/cli.sh"}, command)
                                .flatMap(Stream::of)
                                .toArray(String[]::new))
                .text()
                .strip();
    }

    /** Runs a command through the Service, and follows the redirections to the names of the servers. */
    private static String client(String... command) {
        String[] start = {
            "bash",
            "-c",
            "printf %s \"$0\" >/tmp/ca.crt"
                    + " && exec redis-cli -c -h cache -p 6380 --tls --cacert /tmp/ca.crt --no-auth-warning -a \"$@\"",
            authority,
            PASSWORD
        };
        return cluster.client(Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new))
                .text()
                .strip();
    }
}
