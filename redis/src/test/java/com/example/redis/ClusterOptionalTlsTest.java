package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered tree of a cluster that clients may use without TLS, with real servers. */
class ClusterOptionalTlsTest {

    private static final String PASSWORD = "first";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static String authority;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: a cluster with optional TLS, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        Map<String, String> certificate = ServerCertificate.of(directory, "cache", "*.cache-headless.shop.svc");
        authority = certificate.get("ca.crt");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/cluster-optional-tls"));
        for (int server = 0; server < 6; server++) {
            String pod = "cache-" + server;
            cluster.await(pod + " sees a whole cluster", () -> cluster.exec(
                            pod, "/usr/local/etc/redis/cli.sh", "CLUSTER", "INFO")
                    .text()
                    .contains("cluster_state:ok"));
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void a_client_without_tls_is_sent_to_the_port_without_tls() {
        assertThat(plain("CLUSTER", "SLOTS"))
                .contains(".cache-headless.shop.svc\n6379\n")
                .doesNotContain("\n6380\n");
    }

    @Test
    void a_client_with_tls_is_sent_to_the_port_for_tls() {
        assertThat(encrypted("CLUSTER", "SLOTS"))
                .contains(".cache-headless.shop.svc\n6380\n")
                .doesNotContain("\n6379\n");
    }

    @Test
    void what_one_client_writes_the_other_one_reads_in_every_slot() {
        for (int key = 0; key < 20; key++) {
            assertThat(plain("SET", "key" + key, "value" + key)).endsWith("OK");
            assertThat(encrypted("GET", "key" + key)).endsWith("value" + key);
        }
    }

    @Test
    void the_servers_speak_tls_with_each_other() {
        assertThat(cluster.client("redis-cli", "-h", cluster.address("cache-0"), "-p", "16380", "PING")
                        .text())
                .matches("Error: (Server closed the connection|Connection reset by peer)\\s*");
    }

    private static String plain(String... command) {
        return client("exec redis-cli -c -h cache --no-auth-warning -a \"$@\"", command);
    }

    private static String encrypted(String... command) {
        return client(
                "printf %s \"$0\" >/tmp/ca.crt"
                        + " && exec redis-cli -c -h cache -p 6380 --tls --cacert /tmp/ca.crt --no-auth-warning -a \"$@\"",
                command);
    }

    /** Runs a command through the Service, and follows the redirections to the names of the servers. */
    private static String client(String script, String... command) {
        String[] start = {"bash", "-c", script, authority, PASSWORD};
        return cluster.client(Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new))
                .text()
                .strip();
    }
}
