package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Sentinels and a proxy with TLS, running for real. The client only knows the proxy. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxiedTlsTest {

    private static final List<String> SERVERS = List.of("cache-0", "cache-1", "cache-2");
    private static final String PASSWORD = "a \"b\" 'c' \\ #1 %d $HOME é";
    private static final String[] NAMES = {
        "cache", "cache-sentinel", "*.cache-headless.shop.svc", "*.cache-sentinel-headless.shop.svc"
    };

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static Map<String, String> certificate;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "haproxy", "dnsmasq", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: a proxy with TLS, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis with a proxy does not run in pods here");
        certificate = ServerCertificate.of(directory.resolve("first"), NAMES);
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD));
        cluster.secret("cache-tls", certificate);
        cluster.apply(Path.of("src/test/golden/proxy-tls"));
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
    void a_client_of_the_proxy_has_tls_to_the_primary_and_verifies_its_name() {
        assertThat(client("SET", "first", "yes")).isEqualTo("OK");
        assertThat(cli("cache-0", "GET", "first")).isEqualTo("yes");
        assertThat(shell("""
                openssl s_client -connect cache:6380 -CAfile /tmp/ca.crt -verify_hostname cache -verify_return_error </dev/null
                """).text()).contains("Verify return code: 0 (ok)");
    }

    @Test
    @Order(2)
    void a_plain_connection_and_a_wrong_password_are_refused() {
        assertThat(shell("redis-cli -h cache -p 6380 PING").text())
                .contains("Error: ")
                .doesNotContain("PONG");
        assertThat(shell("redis-cli -h cache PING").text()).contains("Connection refused");
        assertThat(shell("REDISCLI_AUTH=wrong redis-cli -h cache -p 6380 --tls --cacert /tmp/ca.crt PING")
                        .text())
                .contains("NOAUTH");
    }

    @Test
    @Order(3)
    void the_proxy_follows_a_failover() {
        cluster.await(
                "a replica has the key",
                () -> cli("cache-1", "GET", "first").equals("yes")
                        && cli("cache-2", "GET", "first").equals("yes"));
        cluster.destroy("cache-0");
        cluster.await("a write succeeds", () -> client("SET", "second", "yes").equals("OK"));

        assertThat(client("GET", "first")).isEqualTo("yes");
        cluster.start("cache-0");
        cluster.awaitReady("cache-0");
        cluster.await("the old primary has the key", () -> cli("cache-0", "GET", "second")
                .equals("yes"));
    }

    @Test
    @Order(4)
    void a_proxy_that_trusts_another_authority_reaches_nothing() throws Exception {
        Map<String, String> other = new HashMap<>(certificate);
        other.put(
                "ca.crt",
                ServerCertificate.of(directory.resolve("other"), NAMES).get("ca.crt"));
        cluster.secret("cache-tls", other);
        cluster.destroy("cache-proxy-0");
        cluster.start("cache-proxy-0");

        cluster.await("the proxy refuses the servers", () -> cluster.log("cache-proxy-0", "haproxy")
                .contains("SSL handshake failure"));
        assertThat(cluster.isReady("cache-proxy-0")).isFalse();
    }

    private static String cli(String server, String... command) {
        String[] all = new String[command.length + 3];
        System.arraycopy(new String[] {"timeout", "10", "/usr/local/etc/redis/cli.sh"}, 0, all, 0, 3);
        System.arraycopy(command, 0, all, 3, command.length);
        return SERVERS.contains(server) ? cluster.exec(server, all).text().strip() : "";
    }

    private static String client(String... command) {
        return shell("timeout 20 redis-cli -h cache -p 6380 --tls --cacert /tmp/ca.crt " + String.join(" ", command))
                .text()
                .strip();
    }

    /** Runs a script in the pod of the client, which knows the password and the authority. */
    private static Output shell(String script) {
        return cluster.client(
                "env",
                "REDISCLI_AUTH=" + PASSWORD,
                "bash",
                "-c",
                "printf %s \"$0\" >/tmp/ca.crt\n" + script,
                certificate.get("ca.crt"));
    }
}
