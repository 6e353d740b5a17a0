package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.LocalCluster;
import dev.berth.harness.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Kills servers of the rendered streaming tree at random moments under concurrent writers. {@code -Dberth.kills=200} and
 * {@code -Dberth.seed=…} make it a long run, or the same run again.
 */
class KilledPostgresTest {

    private static final List<String> PODS = List.of("orders-0", "orders-replica-1", "orders-replica-2");
    private static final int KILLS = Integer.getInteger("berth.kills", 3);
    private static final long SEED = Long.getLong("berth.seed", 20261129);

    @Test
    void no_acknowledged_write_is_lost_and_no_manual_step_is_needed() {
        Optional<String> obstacle = LocalCluster.obstacle("pg_lsclusters");
        obstacle.ifPresent(reason -> System.out.println("Not run: kills of PostgreSQL, because " + reason));
        assumeTrue(obstacle.isEmpty(), "PostgreSQL does not run in pods here");
        Random random = new Random(SEED);
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("orders-credentials", Map.of("password", "first", "replication", "second"));
            cluster.apply(Path.of("src/test/golden/streaming"));
            sql(cluster, "orders-0", "CREATE TABLE writes (id text PRIMARY KEY)");
            CompletableFuture<Output> writers = CompletableFuture.supplyAsync(() -> cluster.client("bash", "-c", """
                    export PGPASSWORD=first PGCONNECT_TIMEOUT=5
                    write() {
                      for ((i = 0; ; i++)); do
                        [[ ! -e /tmp/stop ]] || return 0
                        ! psql -h orders -U orders -qXc "INSERT INTO writes VALUES ('$1-$i')" 2>/dev/null || echo "$1-$i"
                      done
                    }
                    for writer in 1 2 3; do write "$writer" & done
                    wait
                    """));
            for (int kill = 0; kill < KILLS; kill++) {
                int before = count(cluster);
                int more = 1 + random.nextInt(10);
                cluster.await("the writers write", () -> count(cluster) >= before + more);
                String pod = PODS.get(random.nextInt(PODS.size()));
                if (random.nextBoolean()) {
                    cluster.kill(pod);
                    cluster.await(pod + " is killed", () -> !cluster.isReady(pod));
                } else {
                    cluster.destroy(pod);
                    cluster.start(pod);
                }
                PODS.forEach(cluster::awaitReady);
            }
            cluster.client("touch", "/tmp/stop");

            Set<String> acknowledged = writers.join().value().lines().collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
            for (String pod : PODS) {
                cluster.await(pod + " has every acknowledged write", () -> sql(cluster, pod, "SELECT id FROM writes")
                        .lines()
                        .collect(Collectors.toSet())
                        .containsAll(acknowledged));
            }
        }
    }

    private static int count(LocalCluster cluster) {
        Output count = cluster.exec("orders-0", psql("SELECT count(*) FROM writes"));
        return count.succeeded() ? Integer.parseInt(count.value()) : 0;
    }

    private static String sql(LocalCluster cluster, String pod, String statement) {
        return cluster.exec(pod, psql(statement)).value();
    }

    private static String[] psql(String statement) {
        return new String[] {"psql", "-h", "/var/run/postgresql", "-U", "orders", "-XAtqc", statement};
    }
}
