package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import dev.berth.harness.ServerCertificate;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A primary, its followers and their exporters with TLS, running with real servers. The tests are one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamingTlsTest {

    private static final String PRIMARY = "orders-0";
    private static final String FIRST = "orders-replica-1";
    private static final String SECOND = "orders-replica-2";
    private static final String[] NAMES = {"orders", "orders-ro", "*.orders-headless", "*.orders-replica-headless"};

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static Map<String, String> certificate;
    private static String otherAuthority;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters", "openssl", "prometheus-postgres-exporter");
        obstacle.ifPresent(reason -> System.out.println("Not run: PostgreSQL with TLS in pods, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
        certificate = ServerCertificate.of(directory.resolve("first"), NAMES);
        otherAuthority = ServerCertificate.of(directory.resolve("other"), NAMES).get("ca.crt");
        cluster = LocalCluster.start();
        cluster.secret("orders-credentials", Map.of("password", "first", "replication", "second", "metrics", "third"));
        cluster.secret("orders-tls", certificate);
        cluster.apply(Path.of("src/test/golden/streaming-tls"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void followers_clone_and_follow_over_tls_and_verify_the_primary() {
        sql(PRIMARY, "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");

        cluster.await("the followers have the rows", () -> rows(FIRST) == 1000 && rows(SECOND) == 1000);
        assertThat(sql(
                        PRIMARY,
                        "SELECT count(*) FROM pg_stat_replication JOIN pg_stat_ssl USING (pid)"
                                + " WHERE ssl AND state = 'streaming'"))
                .isEqualTo("2");
        assertThat(sql(FIRST, "SHOW primary_conninfo")).contains("sslmode=verify-full sslrootcert=/run/tls/ca.crt");
    }

    @Test
    @Order(2)
    void plain_connections_of_clients_and_followers_are_refused() {
        assertThat(client("first", "user=orders dbname=orders sslmode=disable", "SELECT 1")
                        .text())
                .contains("no pg_hba.conf entry for host")
                .contains("no encryption");
        assertThat(client("second", "user=replicator replication=true sslmode=disable", "IDENTIFY_SYSTEM")
                        .text())
                .contains("no pg_hba.conf entry for replication connection")
                .contains("no encryption");
        assertThat(client("second", "user=replicator replication=true sslmode=require", "IDENTIFY_SYSTEM")
                        .succeeded())
                .isTrue();
    }

    @Test
    @Order(3)
    void a_client_verifies_the_servers_and_refuses_another_authority() {
        for (String service : new String[] {"orders", "orders-ro"}) {
            assertThat(verified(service, certificate.get("ca.crt")).value()).isEqualTo("1000");
        }
        assertThat(verified("orders", otherAuthority).text()).contains("certificate verify failed");
    }

    @Test
    @Order(4)
    void a_follower_that_trusts_another_authority_does_not_follow() {
        cluster.destroy(SECOND);
        cluster.lose("orders-data-orders-replica-2");
        Map<String, String> other = new HashMap<>(certificate);
        other.put("ca.crt", otherAuthority);
        cluster.secret("orders-tls", other);
        cluster.start(SECOND);
        cluster.await("the follower refuses the primary", () -> cluster.logs().contains("certificate verify failed"));
        assertThat(cluster.isReady(SECOND)).isFalse();

        cluster.secret("orders-tls", certificate);
        cluster.destroy(SECOND);
        cluster.start(SECOND);
        cluster.awaitReady(SECOND);
        assertThat(rows(SECOND)).isEqualTo(1000);
    }

    @Test
    @Order(5)
    void the_exporters_log_in_over_tls() {
        for (String pod : new String[] {PRIMARY, FIRST}) {
            cluster.await("the exporter of " + pod + " finds the server", () -> cluster.client(
                            "bash", "-c", """
                            exec 3<>"/dev/tcp/$1/9187"
                            printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3
                            cat <&3
                            """, "metrics", cluster.address(pod))
                    .text()
                    .contains("\npg_up 1\n"));
        }
        assertThat(sql(
                        PRIMARY,
                        "SELECT bool_and(ssl) FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)"
                                + " WHERE usename = 'metrics'"))
                .isEqualTo("t");
    }

    @Test
    @Order(6)
    void a_promoted_follower_becomes_the_primary_and_all_servers_follow_it_over_tls() {
        cluster.stop(PRIMARY);
        assertThat(sql(FIRST, "SELECT pg_promote()")).isEqualTo("t");

        cluster.apply(Path.of("src/test/golden/promoted-tls"));

        sql(FIRST, "INSERT INTO orders VALUES (1001)");
        cluster.await("the followers have the row", () -> rows(PRIMARY) == 1001 && rows(SECOND) == 1001);
        assertThat(sql(
                        FIRST,
                        "SELECT count(*) FROM pg_stat_replication JOIN pg_stat_ssl USING (pid)"
                                + " WHERE ssl AND state = 'streaming'"))
                .isEqualTo("2");
        assertThat(verified("orders", certificate.get("ca.crt")).value()).isEqualTo("1001");
    }

    /** Runs a query through a Service as a client that trusts this authority and verifies the name of the server. */
    private static Output verified(String service, String authority) {
        return cluster.client("bash", "-c", """
                printf %s "$2" >/tmp/ca.crt
                PGPASSWORD=first psql "host=$1 user=orders dbname=orders sslmode=verify-full sslrootcert=/tmp/ca.crt" \\
                  -XAtqc 'SELECT count(*) FROM orders'
                """, "client", service, authority);
    }

    private static Output client(String password, String connection, String statement) {
        return cluster.client(
                "env", "PGPASSWORD=" + password, "psql", "host=orders " + connection, "-XAtqc", statement);
    }

    private static int rows(String pod) {
        return Integer.parseInt(sql(pod, "SELECT count(*) FROM orders"));
    }

    /** Runs a statement in a pod, through the socket. */
    private static String sql(String pod, String statement) {
        return cluster.exec(
                        pod, "psql", "-h", "/var/run/postgresql", "-U", "orders", "-d", "orders", "-XAtqc", statement)
                .value();
    }
}
