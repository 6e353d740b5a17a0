package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The rendered tree with one server and every option, running with a real server. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneServerTest {

    private static final String POD = "orders-0";
    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";
    private static final String TLS = "host=orders dbname=orders sslmode=require";

    private static LocalCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: PostgreSQL in a pod, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.secret(
                "orders-credentials", Map.of("password", PASSWORD, "app-password", PASSWORD, "backup", PASSWORD));
        cluster.secret("orders-tls", ServerCertificate.of(directory, "orders"));
        cluster.apply(Path.of("src/test/golden/full"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void the_first_start_creates_users_databases_and_what_the_scripts_declare() {
        assertThat(sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'reports'"))
                .isEqualTo("app");
        assertThat(app(TLS, PASSWORD, "SELECT count(*) FROM orders").value()).isEqualTo("0");
        assertThat(app(TLS, PASSWORD, "INSERT INTO orders VALUES (1)").text())
                .contains("permission denied for table orders");
    }

    @Test
    @Order(2)
    void a_setting_with_every_special_character_reaches_the_server_unchanged() {
        assertThat(sql("SHOW cluster_name")).isEqualTo("it's a \"test\" #1 \\");
        assertThat(sql("SHOW config_file")).isEqualTo("/etc/postgresql/postgresql.conf");
    }

    @Test
    @Order(2)
    void the_log_has_a_volume_of_its_own() {
        assertThat(cluster.claim("orders-wal-orders-0").resolve("pg_wal")).isDirectoryContaining("glob:**0001");
    }

    @Test
    @Order(3)
    void a_wrong_password_and_a_connection_without_tls_are_refused() {
        assertThat(app(TLS, "wrong", "SELECT 1").text()).contains("password authentication failed for user \"app\"");
        assertThat(app("host=orders dbname=orders sslmode=disable", PASSWORD, "SELECT 1")
                        .text())
                .contains("pg_hba.conf rejects connection for host");
    }

    @Test
    @Order(4)
    void the_root_file_system_is_read_only_and_the_server_is_not_root() {
        assertThat(cluster.exec(POD, "touch", "/etc/file").text()).contains("Read-only file system");
        assertThat(cluster.exec(POD, "id", "-u").value()).isEqualTo("999");
        assertThat(cluster.exec(POD, "grep", "CapEff", "/proc/1/status").value())
                .endsWith("0000000000000000");
    }

    @Test
    @Order(5)
    void every_acknowledged_write_survives_kills_under_concurrent_writers() {
        sql("CREATE TABLE writes (id text PRIMARY KEY)");
        sql("GRANT INSERT ON writes TO app");
        CompletableFuture<Output> writers =
                CompletableFuture.supplyAsync(() -> cluster.client("bash", "-c", """
                export PGPASSWORD=$1 PGCONNECT_TIMEOUT=5
                write() {
                  for ((i = 0; ; i++)); do
                    [[ ! -e /tmp/stop ]] || return 0
                    ! psql "$2 user=app" -qXc "INSERT INTO writes VALUES ('$1-$i')" 2>/dev/null || echo "$1-$i"
                  done
                }
                for writer in 1 2 3 4; do write "$writer" "$2" & done
                wait
                """, "writers", PASSWORD, TLS));
        int written = 0;
        for (int kill = 0; kill < 3; kill++) {
            int before = written;
            cluster.await("the writers write", () -> rows("writes") > before + 5);
            written = rows("writes");
            cluster.kill(POD);
            cluster.await("the server is killed", () -> !cluster.isReady(POD));
            cluster.awaitReady(POD);
        }
        cluster.client("touch", "/tmp/stop");

        Set<String> acknowledged = writers.join().value().lines().collect(Collectors.toSet());
        Set<String> found = sql("SELECT id FROM writes").lines().collect(Collectors.toSet());
        assertThat(acknowledged).hasSizeGreaterThan(15);
        assertThat(found).containsAll(acknowledged);
    }

    @Test
    @Order(6)
    void a_stopped_pod_shuts_down_cleanly_and_the_next_one_has_the_data() {
        int before = rows("writes");

        assertThat(cluster.stop(POD)).as("stopped within the grace period").isTrue();
        cluster.start(POD);
        cluster.awaitReady(POD);

        assertThat(rows("writes")).isEqualTo(before);
        assertThat(cluster.logs()).contains("database system was shut down").doesNotContain("was interrupted");
    }

    private static int rows(String table) {
        Output count = cluster.exec(
                POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", "SELECT count(*) FROM " + table);
        return count.succeeded() ? Integer.parseInt(count.value()) : 0;
    }

    /** Runs a statement in the pod, through the socket. */
    private static String sql(String statement) {
        return cluster.exec(POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .value();
    }

    /** Runs a statement as the user "app", through the Service. */
    private static Output app(String connection, String password, String statement) {
        return cluster.client("env", "PGPASSWORD=" + password, "psql", connection + " user=app", "-XAtqc", statement);
    }
}
