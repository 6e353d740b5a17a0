package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

/** The rendered Jobs that dump a real server and restore the dumps, over TLS. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DumpedServerTest {

    private static final String POD = "orders-0";
    private static final Path TREE = Path.of("src/test/golden/full");
    private static final Path RESTORE = Path.of("src/test/golden/restore");
    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static Map<String, String> certificate;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "openssl");
        obstacle.ifPresent(reason -> System.out.println("Not run: dumps of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        certificate = ServerCertificate.of(directory.resolve("first"), "orders");
        cluster = LocalCluster.start();
        cluster.limitClaim("orders-backup", 999, 4);
        cluster.secret(
                "orders-credentials", Map.of("password", PASSWORD, "app-password", PASSWORD, "backup", PASSWORD));
        cluster.secret("orders-tls", certificate);
        cluster.apply(TREE);
        sql("INSERT INTO orders SELECT generate_series(1, 1000)");
        sql("CREATE TABLE texts (text text)");
        sql("INSERT INTO texts VALUES ('it''s \"quoted\" \\ # %')");
        sql("ALTER TABLE texts ENABLE ROW LEVEL SECURITY");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_dump_is_made_by_a_user_who_can_read_everything_and_change_nothing() {
        assertThat(backup().value()).contains("Wrote /backup/dump-");
        assertThat(backups()).hasSize(1);
        assertThat(cluster.claim("orders-backup").resolve(backups().get(0)))
                .isDirectoryContaining("glob:**/orders.dump")
                .isDirectoryContaining("glob:**/reports.dump")
                .isDirectoryContaining("glob:**/users.sql");

        String login = "env PGPASSWORD=\"$1\" psql 'host=orders dbname=orders sslmode=require user=backup' -XAtqc ";
        assertThat(client(login + "'SELECT count(*) FROM texts'").value()).isEqualTo("1");
        assertThat(client(login + "'INSERT INTO orders VALUES (0)'").text())
                .contains("permission denied for table orders");
        assertThat(sql("SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles"
                        + " WHERE rolname = 'backup'"))
                .isEqualTo("f|f|f|f");
    }

    @Test
    @Order(2)
    void a_dump_that_cannot_be_read_fails_and_is_removed() throws Exception {
        Path tree = ReplacedProgram.in(cluster, TREE.resolve("full.yaml"), directory.resolve("broken"), "pg_dump", """
                #!/bin/bash
                PATH=${PATH#*:} pg_dump "$@"
                for word; do
                  [[ $word != --file=* ]] || truncate --size=-100 "${word#--file=}"
                done
                """);
        List<String> before = backups();

        Output failed = cluster.runJob(tree, "orders-backup");

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text()).contains("pg_restore: error: could not read from input file: end of file");
        assertThat(backups()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_dump_fails_if_the_server_is_another_one_or_is_away() throws Exception {
        List<String> before = backups();
        Map<String, String> other = new HashMap<>(certificate);
        other.put(
                "ca.crt",
                ServerCertificate.of(directory.resolve("other"), "orders").get("ca.crt"));
        cluster.secret("orders-tls", other);
        Output distrusted = backup();
        cluster.secret("orders-tls", certificate);
        cluster.destroy(POD);
        Output away = backup();
        cluster.start(POD);
        cluster.awaitReady(POD);

        assertThat(distrusted.succeeded()).isFalse();
        assertThat(distrusted.text()).contains("certificate verify failed");
        assertThat(away.succeeded()).isFalse();
        assertThat(away.text()).contains("could not translate host name \"orders\" to address");
        assertThat(backups()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void a_full_volume_fails_the_dump_and_keeps_the_ones_that_are_there() {
        List<String> before = backups();
        sql("CREATE TABLE large AS SELECT sha512(n::text::bytea) FROM generate_series(1, 200000) n");

        Output failed = backup();

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text()).contains("No space left on device");
        assertThat(backups()).isEqualTo(before);
        sql("DROP TABLE large");
    }

    @Test
    @Order(5)
    void the_newest_dumps_are_kept() {
        backup().value();
        List<String> two = backups();
        assertThat(backup().value()).contains("Removed /backup/" + two.get(0));
        assertThat(backups()).hasSize(2).contains(two.get(1));
    }

    @Test
    @Order(6)
    void data_is_replaced_only_if_the_declaration_says_so() {
        Output refused = cluster.runJob(RESTORE, "orders-restore");
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.text())
                .contains("Nothing was restored, because the database orders has data: orders, texts");

        sql("INSERT INTO orders VALUES (1001)");
        cluster.runJob(Path.of("src/test/golden/restore-replacing"), "orders-restore")
                .value();
        assertThat(sql("SELECT count(*) FROM orders")).isEqualTo("1000");
    }

    @Test
    @Order(7)
    void the_data_is_equal_after_a_total_loss_and_a_restore() {
        String before = sql("SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM orders");
        cluster.destroy(POD);
        cluster.lose("orders-data-orders-0");
        cluster.lose("orders-wal-orders-0");
        cluster.start(POD);
        cluster.awaitReady(POD);
        assertThat(sql("SELECT count(*) FROM orders")).isEqualTo("0");

        assertThat(cluster.runJob(RESTORE, "orders-restore").value()).contains("Restoring orders from /backup/dump-");

        assertThat(sql("SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM orders"))
                .isEqualTo(before);
        assertThat(sql("SELECT text FROM texts")).isEqualTo("it's \"quoted\" \\ # %");
        assertThat(client("env PGPASSWORD=\"$1\" psql 'host=orders dbname=orders sslmode=require user=app' -XAtqc"
                                + " 'SELECT count(*) FROM orders'")
                        .value())
                .isEqualTo("1000");
    }

    private static Output backup() {
        return cluster.runJob(TREE, "orders-backup");
    }

    /** The names of the backups, oldest first; a backup that is not complete would be among them. */
    private static List<String> backups() {
        try (Stream<Path> files = Files.list(cluster.claim("orders-backup"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("dump-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a statement in the pod, through the socket. */
    private static String sql(String statement) {
        return cluster.exec(POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .value();
    }

    private static Output client(String script) {
        return cluster.client("bash", "-c", script, "client", PASSWORD);
    }
}
