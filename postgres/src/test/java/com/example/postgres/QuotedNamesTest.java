package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names, settings and passwords with quotes, spaces, # and backslashes reach a real server, and its backup, unchanged. */
class QuotedNamesTest {

    private static final String DATABASE = "the \"orders\" #1 \\ 'x' $(HOME)";
    private static final String USER = "the owner #1";
    private static final String PASSWORD = "it's a \"test\" #1: $HOME `id` \\ 100%";

    @Test
    void values_with_special_characters_reach_the_server_unchanged() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: quoted names, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("password", PASSWORD, "app-password", PASSWORD));
            cluster.apply(Path.of("src/test/golden/quoted"));

            assertThat(psql(cluster, USER, DATABASE, "SELECT current_database()")
                            .value())
                    .isEqualTo(DATABASE);
            assertThat(psql(cluster, USER, DATABASE, "SELECT current_user").value())
                    .isEqualTo(USER);
            assertThat(psql(cluster, USER, DATABASE, "SHOW cluster_name").value())
                    .isEqualTo("it's a \"test\" #1 \\");
            assertThat(psql(cluster, "app", DATABASE, "SELECT current_user").value())
                    .isEqualTo("app");
            assertThat(psql(cluster, "app", "postgres", "SELECT 1").text())
                    .contains("pg_hba.conf rejects connection for host");
            assertThat(cluster.runJob(Path.of("src/test/golden/quoted"), "orders-backup")
                            .value())
                    .contains("Wrote /backup/dump-");
        }
    }

    private static Output psql(LocalCluster cluster, String user, String database, String statement) {
        return cluster.client(
                "env",
                "PGPASSWORD=" + PASSWORD,
                "psql",
                "--host=orders",
                "--username=" + user,
                "--dbname=" + database,
                "-XAtqc",
                statement);
    }
}
