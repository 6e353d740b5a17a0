package com.example.postgres;

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

/**
 * The rendered tree with a primary and two followers, running with real servers. The tests are one story: each starts
 * with the cluster as the previous one left it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamingServersTest {

    private static final String PRIMARY = "orders-0";
    private static final String FIRST = "orders-replica-1";
    private static final String SECOND = "orders-replica-2";

    /** With everything that has a meaning in a shell, in SQL, in a connection string or in a password file. */
    private static final String PASSWORD = "it's a \"test\" #1: $HOME `id` \\ 100%";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: PostgreSQL in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
        cluster = LocalCluster.start();
        cluster.secret("orders-credentials", Map.of("password", PASSWORD, "replication", PASSWORD));
        cluster.apply(Path.of("src/test/golden/streaming"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_service_for_reads_has_the_followers_and_refuses_writes() {
        client("orders", "CREATE TABLE orders (id bigint PRIMARY KEY)");
        client("orders", "INSERT INTO orders SELECT generate_series(1, 1000)");

        awaitRows(FIRST, 1000);
        awaitRows(SECOND, 1000);
        assertThat(client("orders", "SELECT pg_is_in_recovery()")).isEqualTo("f");
        assertThat(client("orders-ro", "SELECT pg_is_in_recovery()")).isEqualTo("t");
        assertThat(cluster.client(psql("orders-ro", "INSERT INTO orders VALUES (0)"))
                        .text())
                .contains("cannot execute INSERT in a read-only transaction");
        assertThat(sql(
                        PRIMARY,
                        "SELECT string_agg(slot_name, ' ' ORDER BY slot_name) FROM pg_replication_slots"
                                + " WHERE active"))
                .isEqualTo("orders_replica_1 orders_replica_2");
    }

    @Test
    @Order(2)
    void a_wrong_password_is_refused() {
        assertThat(cluster.client("env", "PGPASSWORD=wrong", "psql", "-h", "orders", "-U", "orders", "-c", "SELECT 1")
                        .text())
                .contains("password authentication failed for user \"orders\"");
    }

    @Test
    @Order(3)
    void a_follower_whose_replay_is_paused_is_not_ready() {
        sql(FIRST, "SELECT pg_wal_replay_pause()");
        cluster.await("the follower is not ready", () -> !cluster.isReady(FIRST));

        sql(FIRST, "SELECT pg_wal_replay_resume()");
        cluster.awaitReady(FIRST);
    }

    @Test
    @Order(4)
    void a_follower_catches_up_after_a_long_absence() {
        assertThat(cluster.stop(SECOND)).as("stopped within the grace period").isTrue();
        client("orders", "INSERT INTO orders SELECT generate_series(1001, 50000)");
        sql(PRIMARY, "SELECT pg_switch_wal()");
        sql(PRIMARY, "CHECKPOINT");

        cluster.start(SECOND);
        cluster.awaitReady(SECOND);
        awaitRows(SECOND, 50000);
    }

    @Test
    @Order(5)
    void a_follower_whose_log_is_gone_is_cloned_again() {
        sql(PRIMARY, "ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'");
        sql(PRIMARY, "SELECT pg_reload_conf()");
        cluster.destroy(SECOND);
        cluster.await("the slot is lost", () -> {
            client("orders", "INSERT INTO orders SELECT coalesce(max(id), 0) + generate_series(1, 20000) FROM orders");
            sql(PRIMARY, "SELECT pg_switch_wal()");
            sql(PRIMARY, "CHECKPOINT");
            return sql(PRIMARY, "SELECT wal_status FROM pg_replication_slots WHERE slot_name = 'orders_replica_2'")
                    .equals("lost");
        });
        sql(PRIMARY, "ALTER SYSTEM RESET max_slot_wal_keep_size");
        sql(PRIMARY, "SELECT pg_reload_conf()");

        cluster.start(SECOND);
        cluster.awaitReady(SECOND);
        awaitRows(SECOND, Integer.parseInt(client("orders", "SELECT count(*) FROM orders")));
    }

    @Test
    @Order(6)
    void followers_answer_reads_without_a_primary_and_pods_start_in_any_order() {
        cluster.destroy(PRIMARY);
        cluster.destroy(FIRST);
        cluster.destroy(SECOND);

        cluster.start(SECOND);
        cluster.awaitReady(SECOND);
        assertThat(client("orders-ro", "SELECT pg_is_in_recovery()")).isEqualTo("t");
        cluster.start(FIRST);
        cluster.start(PRIMARY);
        for (String pod : new String[] {PRIMARY, FIRST, SECOND}) {
            cluster.awaitReady(pod);
        }
        cluster.await("both followers follow", () -> sql(
                        PRIMARY, "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
                .equals("2"));
    }

    @Test
    @Order(7)
    void a_promoted_follower_becomes_the_primary_and_the_old_primary_follows_it() {
        client("orders", "CREATE TABLE promoted (id bigint PRIMARY KEY)");
        client("orders", "INSERT INTO promoted VALUES (1)");
        cluster.await("the follower has the row", () -> rows(FIRST, "promoted") == 1);
        cluster.stop(PRIMARY);
        assertThat(sql(FIRST, "SELECT pg_promote()")).isEqualTo("t");
        cluster.await("no Service has the promoted server", () -> !cluster.isReady(FIRST));

        cluster.apply(Path.of("src/test/golden/promoted"));

        client("orders", "INSERT INTO promoted VALUES (2)");
        assertThat(sql(FIRST, "SELECT pg_is_in_recovery()")).isEqualTo("f");
        cluster.await("the old primary has the row", () -> rows(PRIMARY, "promoted") == 2);
        cluster.await("the other follower has the row", () -> rows(SECOND, "promoted") == 2);
        assertThat(sql(PRIMARY, "SELECT pg_is_in_recovery()")).isEqualTo("t");
        cluster.await("the read-only Service has a server, which refuses writes", () -> cluster.client(
                        psql("orders-ro", "INSERT INTO promoted VALUES (0)"))
                .text()
                .contains("cannot execute INSERT in a read-only transaction"));
    }

    private static void awaitRows(String pod, int count) {
        cluster.await(pod + " has " + count + " rows", () -> rows(pod, "orders") == count);
    }

    private static int rows(String pod, String table) {
        return Integer.parseInt(sql(pod, "SELECT count(*) FROM " + table));
    }

    /** Runs a statement in a pod, through the socket. */
    private static String sql(String pod, String statement) {
        return cluster.exec(pod, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .value();
    }

    /** Runs a statement through a Service, with the password. */
    private static String client(String service, String statement) {
        return cluster.client(psql(service, statement)).value();
    }

    private static String[] psql(String service, String statement) {
        return new String[] {"env", "PGPASSWORD=" + PASSWORD, "psql", "-h", service, "-U", "orders", "-XAtqc", statement
        };
    }
}
