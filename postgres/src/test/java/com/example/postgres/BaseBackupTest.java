package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

/** The rendered Jobs that copy the data of a real server and restore the copies. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BaseBackupTest {

    private static final String POD = "orders-0";
    private static final Path TREE = Path.of("src/test/golden/base");
    private static final Path RESTORE = Path.of("src/test/golden/base-restore");
    private static final String PASSWORD = "a 'quoted' \"password\" #2 \\ $PATH";

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: base backups of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.limitClaim("orders-backup", 999, 400);
        cluster.secret("orders-credentials", Map.of("password", PASSWORD, "backup", PASSWORD));
        cluster.apply(TREE);
        sql("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_backup_is_made_by_a_user_who_can_replicate_and_nothing_else() {
        assertThat(backup(TREE).value()).contains("Wrote /backup/base-");
        assertThat(backups()).hasSize(1);
        assertThat(sql("SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles"
                        + " WHERE rolname = 'backup'"))
                .isEqualTo("f|f|f|t|f");
        assertThat(cluster.client(
                                "env",
                                "PGPASSWORD=" + PASSWORD,
                                "psql",
                                "host=orders dbname=orders user=backup",
                                "-c",
                                "SELECT * FROM orders")
                        .text())
                .contains("permission denied for table orders");
    }

    @Test
    @Order(2)
    void a_backup_whose_checksums_are_wrong_fails_and_is_removed() throws Exception {
        Path tree = ReplacedProgram.in(cluster, TREE.resolve("base.yaml"), directory, "pg_basebackup", """
                #!/bin/bash
                set -e
                export PATH=${PATH#*:}
                pg_basebackup "$@"
                for word; do
                  [[ $word != --pgdata=* ]] || directory=${word#--pgdata=}
                done
                mkdir /tmp/data
                tar -xzf "$directory/base.tar.gz" -C /tmp/data
                printf x | dd of=/tmp/data/global/pg_control bs=1 seek=8 conv=notrunc status=none
                tar -czf "$directory/base.tar.gz" -C /tmp/data .
                """);
        List<String> before = backups();

        Output failed = backup(tree);

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text()).contains("checksum mismatch for file \"global/pg_control\"");
        assertThat(backups()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_full_volume_fails_the_backup_and_keeps_the_ones_that_are_there() {
        List<String> before = backups();
        cluster.limitClaim("orders-backup", 999, 20);

        Output failed = backup(TREE);

        cluster.limitClaim("orders-backup", 999, 400);
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text()).contains("No space left on device");
        assertThat(backups()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void a_server_that_runs_or_has_data_is_not_overwritten() {
        Output running = cluster.runJob(Path.of("src/test/golden/base-replacing"), "orders-restore");
        cluster.stop(POD);
        Output stopped = cluster.runJob(RESTORE, "orders-restore");
        cluster.start(POD);
        cluster.awaitReady(POD);

        assertThat(running.succeeded()).isFalse();
        assertThat(running.text()).contains("because a server runs in /var/lib/postgresql/data/pgdata, or was killed");
        assertThat(stopped.succeeded()).isFalse();
        assertThat(stopped.text()).contains("because /var/lib/postgresql/data/pgdata has data");
        assertThat(sql("SELECT count(*) FROM orders")).isEqualTo("1000");
    }

    @Test
    @Order(5)
    void the_data_is_equal_after_a_total_loss_and_a_restore() {
        sql("INSERT INTO orders SELECT generate_series(1001, 2000)");
        String before = sql("SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM orders");
        backup(TREE).value();
        cluster.destroy(POD);
        cluster.lose("orders-data-orders-0");
        cluster.lose("orders-wal-orders-0");

        assertThat(cluster.runJob(RESTORE, "orders-restore").value())
                .contains("Restored /backup/" + backups().get(backups().size() - 1));
        cluster.start(POD);
        cluster.awaitReady(POD);

        assertThat(sql("SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM orders"))
                .isEqualTo(before);
        sql("INSERT INTO orders VALUES (2001)");
        assertThat(walDirectories()).hasSize(1);
    }

    @Test
    @Order(6)
    void data_is_replaced_if_the_declaration_says_so() {
        assertThat(cluster.stop(POD)).isTrue();
        cluster.runJob(Path.of("src/test/golden/base-replacing"), "orders-restore")
                .value();
        cluster.start(POD);
        cluster.awaitReady(POD);

        assertThat(sql("SELECT count(*) FROM orders")).isEqualTo("2000");
        assertThat(walDirectories()).hasSize(1);
    }

    private static Output backup(Path tree) {
        return cluster.runJob(tree, "orders-backup");
    }

    private static List<String> backups() {
        return names("orders-backup", "base-");
    }

    private static List<String> walDirectories() {
        return names("orders-wal-orders-0", "pg_wal");
    }

    private static List<String> names(String claim, String prefix) {
        try (Stream<Path> files = Files.list(cluster.claim(claim))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
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
}
