package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rendered tree with a primary and two replicas, running with real servers. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicatedServersTest {

    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: Redis in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        cluster = LocalCluster.start();
        cluster.secret("cache-credentials", Map.of("password", PASSWORD, "shop", PASSWORD));
        cluster.apply(Path.of("src/test/golden/replicated"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_write_to_the_service_reaches_the_replicas_and_they_refuse_writes() {
        assertThat(client("SET", "shop:1", "a 'b' \"c\" # \\")).isEqualTo("OK");

        for (String replica : new String[] {"cache-1", "cache-2"}) {
            cluster.await(replica + " has the key", () -> cli(replica, "GET", "shop:1")
                    .equals("a 'b' \"c\" # \\"));
            assertThat(cli(replica, "SET", "shop:1", "x")).contains("READONLY");
        }
    }

    @Test
    @Order(2)
    void a_wrong_password_and_a_command_without_permission_are_refused() {
        assertThat(cluster.client("redis-cli", "-h", "cache", "-a", "wrong", "--no-auth-warning", "GET", "shop:1")
                        .text())
                .contains("NOAUTH");
        assertThat(user("GET", "shop:1")).isEqualTo("a 'b' \"c\" # \\");
        assertThat(user("GET", "other")).contains("NOPERM");
        assertThat(user("FLUSHALL")).contains("NOPERM");
    }

    @Test
    @Order(2)
    void a_setting_with_every_special_character_reaches_the_server_unchanged() {
        assertThat(cli("cache-0", "FLUSHDB")).contains("unknown command");
        assertThat(cli("cache-0", "COMMAND", "INFO", "it's a \"test\" #1 \\")).startsWith("flushdb");
    }

    @Test
    @Order(3)
    void a_recreated_primary_has_its_data_and_its_replicas_follow_the_new_address() {
        String before = cluster.address("cache-0");
        cluster.destroy("cache-0");
        cluster.start("cache-0");
        cluster.awaitReady("cache-0");

        assertThat(cluster.address("cache-0")).isNotEqualTo(before);
        assertThat(client("GET", "shop:1")).isEqualTo("a 'b' \"c\" # \\");
        client("SET", "shop:2", "after");
        cluster.await(
                "the replica has the key", () -> cli("cache-2", "GET", "shop:2").equals("after"));
    }

    @Test
    @Order(4)
    void a_stopped_server_ends_cleanly_and_comes_back_with_its_data() {
        // Redis refuses to end while it writes the first append-only file after a synchronization.
        cluster.await(
                "the replica has written its append-only file",
                () -> cli("cache-1", "GET", "shop:2").equals("after")
                        && cli("cache-1", "INFO", "persistence").contains("aof_rewrite_in_progress:0"));
        assertThat(cluster.stop("cache-1"))
                .as("stopped within the grace period")
                .isTrue();
        client("SET", "shop:3", "while away");
        cluster.start("cache-1");
        cluster.awaitReady("cache-1");

        cluster.await(
                "the replica has the key", () -> cli("cache-1", "GET", "shop:3").equals("while away"));
    }

    /** Runs a command in a pod, which knows the password. */
    private static String cli(String pod, String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "redis-cli";
        System.arraycopy(command, 0, all, 1, command.length);
        return cluster.exec(pod, all).text().strip();
    }

    private static String client(String... command) {
        return connected("default", command);
    }

    private static String user(String... command) {
        return connected("shop", command);
    }

    private static String connected(String user, String... command) {
        String[] start = {"env", "REDISCLI_AUTH=" + PASSWORD, "redis-cli", "-h", "cache", "--user", user};
        String[] all = new String[start.length + command.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(command, 0, all, start.length, command.length);
        return cluster.client(all).text().strip();
    }
}
