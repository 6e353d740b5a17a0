package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rendered exporter next to a real server. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedisExporterTest {

    private static final String POD = "cache-0";
    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server", "prometheus-redis-exporter");
        obstacle.ifPresent(reason -> System.out.println("Not run: the exporter of Redis, because " + reason));
        assumeTrue(obstacle.isEmpty(), "the exporter does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD, "metrics", PASSWORD));
        cluster.apply(Path.of("src/test/golden/metrics"));
        assertThat(cli("default", "SET", "key", "value")).isEqualTo("OK");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_exporter_logs_in_and_answers() {
        cluster.await("the server is up", () -> metrics().contains("\nredis_up 1\n"));
        assertThat(metrics())
                .contains("redis_memory_used_bytes ", "redis_slowlog_length ", "redis_db_keys{db=\"db0\"} 1")
                .contains("redis_exporter_last_scrape_error{err=\"\"} 0");
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "GET key",
                "SET key other",
                "KEYS *",
                "CONFIG GET requirepass",
                "CONFIG SET maxmemory 1",
                "SLOWLOG GET",
                "SLOWLOG RESET",
                "ACL LIST",
                "SHUTDOWN"
            })
    void its_login_reads_no_data_and_no_password_and_changes_nothing(String command) {
        assertThat(cli("metrics", command.split(" "))).startsWith("NOPERM");
    }

    @Test
    @Order(3)
    void an_exporter_that_ends_restarts_alone() {
        String server = serverId();

        cluster.kill(POD, "exporter");
        cluster.await("the exporter answers again", () -> metrics().contains("\nredis_up 1\n"));

        assertThat(serverId()).isEqualTo(server);
    }

    @Test
    @Order(4)
    void with_a_wrong_password_the_exporter_says_that_it_has_no_server_and_the_server_stays_ready() {
        cluster.secret("cache-credentials", Map.of("password", PASSWORD, "metrics", "wrong"));
        cluster.kill(POD, "exporter");

        cluster.await("the exporter has no server", () -> metrics().contains("\nredis_up 0\n"));
        cluster.awaitReady(POD);
    }

    private static String metrics() {
        return cluster.client("bash", "-c", """
                        exec 3<>"/dev/tcp/$1/9121"
                        printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3
                        cat <&3
                        """, "metrics", cluster.address(POD))
                .text();
    }

    /** Another one after each start of the server. */
    private static String serverId() {
        return cli("default", "INFO", "server")
                .lines()
                .filter(line -> line.startsWith("run_id:"))
                .findFirst()
                .orElseThrow();
    }

    private static String cli(String user, String... words) {
        String[] login = {"redis-cli", "-h", "cache", "--user", user, "-a", PASSWORD, "--no-auth-warning"};
        String[] command = Stream.of(login, words).flatMap(Arrays::stream).toArray(String[]::new);
        return cluster.client(command).text().strip();
    }
}
