package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.Kills;
import dev.berth.harness.LocalCluster;
import dev.berth.harness.Writers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills servers of each topology at random moments under concurrent writers: no acknowledged write is lost, and no manual
 * step is needed. {@code -Dberth.kills=50} and {@code -Dberth.seed=…} make it a long run, or the same run again.
 */
class KilledPostgresTest {

    /** Prints each row that is committed: an INSERT returns its row when the commit is on the disk of the server. */
    private static final String WRITER = """
            statements() {
              local row
              for ((row = 0; ; row++)); do
                [[ ! -e /tmp/stop ]] || return 0
                echo "INSERT INTO writes VALUES ('$0-$session-$row') RETURNING id;" 2>/dev/null || return 0
                read -r -t 0.02 -u 9 || true
              done
            }
            export PGPASSWORD=first
            trap '' PIPE
            exec 9<> <(:) # Nobody writes to it: reading from it is a pause without another process.
            for ((session = 0; ; session++)); do
              [[ ! -e /tmp/stop ]] || exit 0
              statements | psql "$1 connect_timeout=5 keepalives_idle=5 tcp_user_timeout=10000" -XAtq 2>/dev/null || true
            done
            """;

    @BeforeAll
    static void obstacle() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: kills of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
    }

    @Test
    void independent_servers_have_every_write_that_they_acknowledged() {
        List<String> pods = List.of("reports-0", "reports-1", "reports-2");
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("reports", "first"));
            cluster.apply(Path.of("src/test/golden/three"));
            Writers writers = Writers.of(cluster, WRITER);
            for (String pod : pods) {
                sql(cluster, pod, "reports", "CREATE TABLE writes (id text PRIMARY KEY)");
                String server = "host=" + pod + ".reports-headless dbname=reports user=reports";
                writers.start(pod + "-a", server).start(pod + "-b", server);
            }

            Kills.run("PostgreSQL, independent", cluster, pods, writers, () -> pods.forEach(cluster::awaitReady));

            for (String pod : pods) {
                assertThat(writers.missing(rows(cluster, pod, "reports"), pod + "-a", pod + "-b"))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_primary_and_its_followers_have_every_write_that_the_primary_acknowledged() {
        List<String> pods = List.of("orders-0", "orders-replica-1", "orders-replica-2");
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("password", "first", "replication", "second"));
            cluster.apply(Path.of("src/test/golden/streaming"));
            sql(cluster, "orders-0", "orders", "CREATE TABLE writes (id text PRIMARY KEY)");
            String primary = "host=orders dbname=orders user=orders";
            Writers writers = Writers.of(cluster, WRITER)
                    .start("a", primary)
                    .start("b", primary)
                    .start("c", primary);

            Kills.run("PostgreSQL, streaming", cluster, pods, writers, () -> pods.forEach(cluster::awaitReady));

            assertThat(writers.missing(rows(cluster, "orders-0", "orders"))).isEmpty();
            for (String pod : pods) {
                cluster.await(pod + " has every acknowledged write", () -> writers.missing(rows(cluster, pod, "orders"))
                        .isEmpty());
            }
        }
    }

    private static Set<String> rows(LocalCluster cluster, String pod, String user) {
        return sql(cluster, pod, user, "SELECT id FROM writes").lines().collect(Collectors.toSet());
    }

    private static String sql(LocalCluster cluster, String pod, String user, String statement) {
        return cluster.exec(pod, "psql", "-h", "/var/run/postgresql", "-U", user, "-XAtqc", statement)
                .value();
    }
}
