package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.HashMap;
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

/** A primary and two replicas with TLS, running with real servers. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicatedTlsTest {

    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";
    private static final String[] NAMES = {"cache", "*.cache-headless"};

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static Map<String, String> certificate;
    private static String otherAuthority;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis with TLS in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        certificate = ServerCertificate.of(directory.resolve("first"), NAMES);
        otherAuthority = ServerCertificate.of(directory.resolve("other"), NAMES).get("ca.crt");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/replicated-tls"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_client_that_trusts_the_authority_writes_and_the_replicas_follow_over_tls() {
        assertThat(client("SET", "shop:1", "first").value()).isEqualTo("OK");

        for (String replica : new String[] {"cache-1", "cache-2"}) {
            cluster.await(replica + " has the key", () -> cli(replica, "GET", "shop:1")
                    .equals("first"));
            assertThat(cli(replica, "INFO", "replication")).contains("master_port:6380");
        }
    }

    @Test
    @Order(2)
    void a_plain_connection_is_refused() {
        assertThat(cluster.client("redis-cli", "-h", "cache", "PING").text()).contains("Connection refused");
        assertThat(cluster.client("redis-cli", "-h", "cache", "-p", "6380", "PING")
                        .text())
                .matches("Error: (Server closed the connection|Connection reset by peer)\\s*");
    }

    @Test
    @Order(2)
    void a_wrong_password_and_another_authority_are_refused() {
        assertThat(tls(certificate.get("ca.crt"), "wrong", "GET", "shop:1").text())
                .contains("WRONGPASS")
                .contains("NOAUTH");
        assertThat(tls(otherAuthority, PASSWORD, "GET", "shop:1").text()).contains("certificate verify failed");
    }

    @Test
    @Order(3)
    void a_replica_that_trusts_another_authority_does_not_follow() {
        Map<String, String> other = new HashMap<>(certificate);
        other.put("ca.crt", otherAuthority);
        cluster.destroy("cache-2");
        cluster.secret("cache-tls", other);
        cluster.start("cache-2");
        cluster.await("the replica refuses the primary", () -> cluster.logs().contains("certificate verify failed"));
        assertThat(cluster.isReady("cache-2")).isFalse();

        cluster.secret("cache-tls", certificate);
        cluster.destroy("cache-2");
        cluster.start("cache-2");
        cluster.awaitReady("cache-2");
        cluster.await("the replica follows", () -> cli("cache-2", "INFO", "replication")
                .contains("master_link_status:up"));
    }

    @Test
    @Order(4)
    void a_renewed_certificate_is_used_after_it_is_set_again_without_a_restart() throws Exception {
        String before = fingerprint();
        cluster.secret("cache-tls", ServerCertificate.renewed(directory.resolve("first"), NAMES));
        cluster.apply(Path.of("src/test/golden/replicated-tls"));
        assertThat(cluster.exec("cache-0", "cat", "/run/tls/tls.crt").text()).isNotEqualTo(certificate.get("tls.crt"));
        assertThat(fingerprint()).isEqualTo(before);

        assertThat(cli("cache-0", "CONFIG", "SET", "tls-cert-file", "/run/tls/tls.crt"))
                .isEqualTo("OK");

        assertThat(fingerprint()).isNotEqualTo(before);
        assertThat(client("GET", "shop:1").value()).isEqualTo("first");
    }

    /** The fingerprint of the certificate that the primary shows to clients. */
    private static String fingerprint() {
        return cluster.client(
                        "sh",
                        "-c",
                        "openssl s_client -connect cache:6380 </dev/null 2>/dev/null | openssl x509 -noout -fingerprint")
                .value();
    }

    /** Runs a command in a pod, with the client of the recipe. */
    private static String cli(String pod, String... command) {
        return cluster.exec(
                        pod,
                        Stream.of(new String[] {"/usr/local/etc/redis/cli.sh"}, command)
                                .flatMap(Stream::of)
                                .toArray(String[]::new))
                .text()
                .strip();
    }

    private static Output client(String... command) {
        return tls(certificate.get("ca.crt"), PASSWORD, command);
    }

    /** Connects with TLS as a client that trusts an authority. */
    private static Output tls(String authority, String password, String... command) {
        String[] start = {
            "bash",
            "-c",
            "exec redis-cli -h cache -p 6380 --tls --cacert <(printf %s \"$0\") --no-auth-warning -a \"$@\"",
            authority,
            password
        };
        return cluster.client(Stream.of(start, command).flatMap(Stream::of).toArray(String[]::new));
    }
}
