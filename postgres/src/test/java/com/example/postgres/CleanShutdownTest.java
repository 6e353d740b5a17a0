package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server is stopped while a client has a transaction open, with the signal of the image. */
class CleanShutdownTest {

    private static final String POD = "orders-0";

    /** The official image stops with SIGINT. The other one stops with SIGTERM, as an image does that names no signal. */
    @ParameterizedTest
    @ValueSource(strings = {"one", "custom"})
    void a_server_shuts_down_cleanly_with_clients_and_a_long_transaction(String tree) throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: shutdown of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in a pod here");
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("password", "secret"));
            cluster.apply(Path.of("src/test/golden", tree));
            sql(cluster, "CREATE TABLE orders (id int)");
            sql(cluster, "INSERT INTO orders VALUES (1)");
            CompletableFuture<Output> client = CompletableFuture.supplyAsync(() -> cluster.client(
                    "env",
                    "PGPASSWORD=secret",
                    "psql",
                    "host=orders dbname=orders user=orders",
                    "-Xc",
                    "BEGIN",
                    "-c",
                    "INSERT INTO orders VALUES (2)",
                    "-c",
                    "SELECT pg_sleep(3600)"));
            cluster.await("the transaction runs", () -> sql(
                            cluster, "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600)'")
                    .equals("1"));

            assertThat(cluster.stop(POD)).as("stopped within the grace period").isTrue();

            assertThat(client.join().text()).contains("terminating connection due to administrator command");
            assertThat(controlData(cluster.claim("orders-data-orders-0").resolve("pgdata")))
                    .containsPattern("Database cluster state: +shut down\n");
            cluster.start(POD);
            cluster.awaitReady(POD);
            assertThat(sql(cluster, "SELECT string_agg(id::text, ' ') FROM orders"))
                    .isEqualTo("1");
        }
    }

    private static String controlData(Path data) throws Exception {
        Process program = new ProcessBuilder(
                        "bash", "-c", "LC_ALL=C exec /usr/lib/postgresql/*/bin/pg_controldata \"$0\"", data.toString())
                .start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String sql(LocalCluster cluster, String statement) {
        return cluster.exec(
                        POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-d", "orders", "-XAtqc", statement)
                .value();
    }
}
