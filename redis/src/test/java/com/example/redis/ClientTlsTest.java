package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real server that demands certificates of its clients, and then one that accepts plain connections too. One story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientTlsTest {

    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static Map<String, String> certificate;
    private static Map<String, String> other;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "openssl", "prometheus-redis-exporter");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis with client certificates, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        certificate = ServerCertificate.of(directory.resolve("first"), "cache");
        other = ServerCertificate.of(directory.resolve("other"), "cache");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD, "metrics", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/client-tls"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_client_needs_a_certificate_of_the_authority_and_the_password() {
        assertThat(tls(certificate, PASSWORD).text()).contains("PONG");
        assertThat(tls(certificate, "wrong").text()).contains("NOAUTH").doesNotContain("PONG");
        // With TLS 1.3, the server closes the connection after the client has seen it as established.
        assertThat(tls(other, PASSWORD).text()).contains("Error: ").doesNotContain("PONG");
        assertThat(tls(Map.of("tls.crt", "", "tls.key", ""), PASSWORD).text())
                .contains("Error: ")
                .doesNotContain("PONG");
    }

    @Test
    @Order(2)
    void the_exporter_shows_the_certificate_too() {
        cluster.await("the exporter finds the server", () -> metrics().contains("\nredis_up 1\n"));
    }

    @Test
    @Order(3)
    void with_optional_tls_both_ports_answer_and_a_wrong_password_is_refused_on_both() {
        cluster.apply(Path.of("src/test/golden/optional-tls"));
        cluster.awaitReady("cache-0");
        cluster.awaitReady("cache-1");

        assertThat(tls(Map.of("tls.crt", "", "tls.key", ""), PASSWORD).text()).contains("PONG");
        assertThat(plain(PASSWORD, "PING")).isEqualTo("PONG");
        assertThat(plain("wrong", "PING")).contains("NOAUTH");
        assertThat(tls(Map.of("tls.crt", "", "tls.key", ""), "wrong").text()).contains("NOAUTH");
        cluster.await("the replica follows over TLS", () -> plain(PASSWORD, "INFO", "replication")
                .contains("port=6380,state=online"));
        cluster.await("the exporter finds the server", () -> metrics().contains("\nredis_up 1\n"));
    }

    @Test
    @Order(4)
    void the_container_that_reloads_reaches_the_server_over_tls() {
        cluster.await("the settings are applied", () -> cluster.log("cache-0", "reload")
                .contains("The server has the settings of the file."));
        assertThat(cluster.log("cache-0", "reload")).doesNotContain("Not applied");
    }

    @Test
    @Order(5)
    void a_renewed_certificate_is_reloaded_without_a_restart() throws Exception {
        String before = fingerprint();
        String process = serverId();

        cluster.secret("cache-tls", ServerCertificate.renewed(directory.resolve("first"), "cache"));
        cluster.apply(Path.of("src/test/golden/optional-tls"));

        cluster.await("clients see another certificate", () -> !fingerprint().equals(before));
        assertThat(serverId()).isEqualTo(process);
    }

    /** The fingerprint of the certificate that the server shows. */
    private static String fingerprint() {
        return cluster.client(
                        "sh",
                        "-c",
                        "openssl s_client -connect cache:6380 </dev/null 2>/dev/null | openssl x509 -noout -fingerprint")
                .value();
    }

    /** Another one after each start of the server. */
    private static String serverId() {
        return plain(PASSWORD, "INFO", "server")
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElseThrow();
    }

    private static String metrics() {
        return cluster.client("bash", "-c", """
                        exec 3<>"/dev/tcp/$1/9121"
                        printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3
                        cat <&3
                        """, "metrics", cluster.address("cache-0"))
                .text();
    }

    private static String plain(String password, String... command) {
        String[] all = new String[command.length + 6];
        System.arraycopy(new String[] {"redis-cli", "-h", "cache", "--no-auth-warning", "-a", password}, 0, all, 0, 6);
        System.arraycopy(command, 0, all, 6, command.length);
        return cluster.client(all).text().strip();
    }

    /** Sends PING with TLS as a client that has a certificate, if it is not empty. */
    private static Output tls(Map<String, String> own, String password) {
        return cluster.client(
                "bash",
                "-c",
                """
                cd /tmp
                printf %s "$1" >ca.crt
                printf %s "$2" >tls.crt
                printf %s "$3" >tls.key
                options=()
                [[ -z $2 ]] || options=(--cert tls.crt --key tls.key)
                redis-cli -h cache -p 6380 --tls --cacert ca.crt "${options[@]}" --no-auth-warning -a "$4" PING
                """,
                "client",
                certificate.get("ca.crt"),
                own.get("tls.crt"),
                own.get("tls.key"),
                password);
    }
}
