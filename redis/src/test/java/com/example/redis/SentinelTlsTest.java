package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three servers and three sentinels with TLS, running with real servers. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SentinelTlsTest {

    private static final List<String> SERVERS = List.of("cache-0", "cache-1", "cache-2");
    private static final List<String> SENTINELS = List.of("cache-sentinel-0", "cache-sentinel-1", "cache-sentinel-2");
    private static final String PASSWORD = "a \"b\" 'c' \\ #1";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static String authority;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: sentinels with TLS in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        Map<String, String> certificate = ServerCertificate.of(
                directory, "cache-sentinel", "*.cache-headless.shop.svc", "*.cache-sentinel-headless.shop.svc");
        authority = certificate.get("ca.crt");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/sentinel-tls"));
        KnownReplicas.await(cluster, "/usr/local/etc/redis/cli.sh");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_sentinels_know_each_other_and_the_replicas_over_tls() {
        cluster.await("every sentinel knows the others and both replicas", () -> SENTINELS.stream()
                .allMatch(sentinel -> sentinel(sentinel, "ckquorum", "cache").startsWith("OK 3 usable")
                        && sentinel(sentinel, "replicas", "cache").contains("cache-1.cache-headless.shop.svc:6380")
                        && sentinel(sentinel, "replicas", "cache").contains("cache-2.cache-headless.shop.svc:6380")));
    }

    @Test
    @Order(2)
    void a_client_asks_the_sentinels_over_tls_and_is_told_the_port_for_tls() {
        assertThat(client("cache-sentinel", 26379, PASSWORD, "sentinel", "get-master-addr-by-name", "cache"))
                .isEqualTo("cache-0.cache-headless.shop.svc\n6380");
        assertThat(client("cache-0.cache-headless", 6380, PASSWORD, "SET", "first", "yes"))
                .isEqualTo("OK");
    }

    @Test
    @Order(2)
    void plain_connections_and_a_wrong_password_are_refused() {
        for (String port : new String[] {"6380", "26379"}) {
            String host = port.equals("6380") ? "cache-0.cache-headless" : "cache-sentinel";
            assertThat(cluster.client("redis-cli", "-h", host, "-p", port, "PING")
                            .text())
                    .matches("Error: (Server closed the connection|Connection reset by peer)\\s*");
            assertThat(client(host, Integer.parseInt(port), "wrong", "PING")).contains("NOAUTH");
        }
        assertThat(cluster.client("redis-cli", "-h", "cache-0.cache-headless", "PING")
                        .text())
                .contains("Connection refused");
    }

    @Test
    @Order(3)
    void a_replica_is_promoted_over_tls_and_the_old_primary_rejoins_as_its_replica() {
        cluster.await(
                "both replicas have the key",
                () -> cli("cache-1", "GET", "first").equals("yes")
                        && cli("cache-2", "GET", "first").equals("yes"));
        cluster.destroy("cache-0");
        cluster.await("another server is the primary", () -> !primary().equals("cache-0"));
        String promoted = primary();
        cluster.await("the promoted server accepts writes", () -> cli(promoted, "SET", "after", "yes")
                .equals("OK"));

        cluster.start("cache-0");
        cluster.awaitReady("cache-0");
        cluster.await("the old primary is a replica", () -> cli("cache-0", "ROLE")
                .startsWith("slave\n" + promoted + ".cache-headless.shop.svc\n6380\nconnected"));
        assertThat(cli("cache-0", "GET", "after")).isEqualTo("yes");
    }

    @Test
    @Order(4)
    void a_primary_that_is_stopped_hands_over_before() {
        String before = primary();
        assertThat(cluster.stop(before)).as("stopped within the grace period").isTrue();

        assertThat(primary()).isNotEqualTo(before);
        cluster.start(before);
        cluster.awaitReady(before);
    }

    /** The primary, as the first sentinel that answers names it. */
    private static String primary() {
        for (String sentinel : SENTINELS) {
            String answer = sentinel(sentinel, "get-master-addr-by-name", "cache");
            if (answer.startsWith("cache-")) {
                return answer.substring(0, answer.indexOf('.'));
            }
        }
        return "none";
    }

    private static String sentinel(String pod, String... command) {
        return run(pod, new String[] {"-p", "26379", "sentinel"}, command);
    }

    private static String cli(String pod, String... command) {
        return SERVERS.contains(pod) ? run(pod, new String[0], command) : "";
    }

    private static String run(String pod, String[] options, String... command) {
        return cluster.exec(
                        pod,
                        Stream.of(new String[] {"/usr/local/etc/redis/cli.sh"}, options, command)
                                .flatMap(Stream::of)
                                .toArray(String[]::new))
                .text()
                .strip();
    }

    /** Connects with TLS as a client that trusts the authority. */
    private static String client(String host, int port, String password, String... command) {
        String[] start = {
            "bash",
            "-c",
            "exec redis-cli --tls --cacert <(printf %s \"$0\") --no-auth-warning \"$@\"",
            authority,
            "-h",
            host,
            "-p",
            String.valueOf(port),
            "-a",
            password
        };
        return cluster.client(Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new))
                .text()
                .strip();
    }
}
