package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The rendered exporter next to a real server. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExporterTest {

    private static final String POD = "orders-0";
    /** The exporter cannot read a password with a space. */
    private static final String PASSWORD = "it's-a-\"test\"-#1:@/$HOME\\100%";

    private static LocalCluster cluster;

    @BeforeAll
    static void start() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "prometheus-postgres-exporter");
        obstacle.ifPresent(reason -> System.out.println("Not run: the exporter of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "the exporter does not run in a pod here");
        cluster = LocalCluster.start();
        cluster.secret("orders-login", Map.of("password", PASSWORD));
        cluster.secret("orders-credentials", Map.of("metrics", PASSWORD));
        cluster.apply(Path.of("src/test/golden/metrics"));
        sql("CREATE TABLE orders AS SELECT 1 AS id");
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
        cluster.await("the server is up", () -> metrics().contains("\npg_up 1\n"));
        assertThat(metrics())
                .contains("pg_stat_database_numbackends{", "pg_settings_max_connections{")
                .contains("pg_exporter_last_scrape_error 0");
    }

    @Test
    @Order(2)
    void its_login_reads_no_data_and_changes_nothing() {
        assertThat(login("SELECT * FROM orders").text()).contains("permission denied for table orders");
        assertThat(login("CREATE TABLE other (id int)").text()).contains("permission denied for schema public");
        assertThat(login("CREATE ROLE other").text()).contains("permission denied to create role");
        assertThat(sql("SELECT rolsuper, rolreplication, rolbypassrls, rolcreatedb FROM pg_roles"
                        + " WHERE rolname = 'metrics'"))
                .isEqualTo("f|f|f|f");
    }

    @Test
    @Order(3)
    void an_exporter_that_ends_restarts_alone() {
        String started = sql("SELECT pg_postmaster_start_time()");

        cluster.kill(POD, "exporter");
        cluster.await("the exporter answers again", () -> metrics().contains("\npg_up 1\n"));

        assertThat(sql("SELECT pg_postmaster_start_time()")).isEqualTo(started);
    }

    private static String metrics() {
        return cluster.client("bash", "-c", """
                        exec 3<>"/dev/tcp/$1/9187"
                        printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3
                        cat <&3
                        """, "metrics", cluster.address(POD))
                .text();
    }

    private static Output login(String statement) {
        return cluster.client(
                "env", "PGPASSWORD=" + PASSWORD, "psql", "host=orders dbname=orders user=metrics", "-c", statement);
    }

    private static String sql(String statement) {
        return cluster.exec(POD, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement)
                .value();
    }
}
