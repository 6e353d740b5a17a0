package com.example.redis;

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
 * Kills servers of the rendered tree with sentinels at random moments under a writer that waits for a replica. {@code
 * -Dberth.kills=200} and {@code -Dberth.seed=…} make it a long run, or the same run again.
 */
class KilledRedisTest {

    private static final List<String> SERVERS = List.of("cache-0", "cache-1", "cache-2");
    private static final int KILLS = Integer.getInteger("berth.kills", 3);
    private static final long SEED = Long.getLong("berth.seed", 20261129);

    @Test
    void no_acknowledged_write_is_lost_and_no_manual_step_is_needed() {
        Optional<String> obstacle = LocalCluster.obstacle("redis-server");
        obstacle.ifPresent(reason -> System.out.println("Not run: kills of Redis, because " + reason));
        assumeTrue(obstacle.isEmpty(), "Redis does not run in pods here");
        Random random = new Random(SEED);
        try (LocalCluster cluster = LocalCluster.start()) {
            cluster.secret("cache-credentials", Map.of("password", "first"));
            cluster.apply(Path.of("src/test/golden/sentinel"));
            awaitReplicas(cluster);
            CompletableFuture<Output> writer = CompletableFuture.supplyAsync(() -> cluster.client("bash", "-c", """
                    export REDISCLI_AUTH=first
                    for ((i = 0; ; i++)); do
                      [[ ! -e /tmp/stop ]] || exit 0
                      primary=$(timeout 5 redis-cli -h cache-sentinel -p 26379 sentinel get-master-addr-by-name cache | head -n 1)
                      answer=$(printf 'SET key-%s yes\\nWAIT 2 3000\\n' "$i" | timeout 5 redis-cli -h "$primary" 2>&1)
                      [[ ! $answer =~ ^OK[[:space:]]+2$ ]] || echo "key-$i" | tee -a /tmp/acknowledged
                    done
                    """));
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged(cluster);
                int more = 1 + random.nextInt(20);
                cluster.await("the writer writes", () -> acknowledged(cluster) >= before + more);
                String server = SERVERS.get(random.nextInt(SERVERS.size()));
                if (random.nextBoolean()) {
                    cluster.kill(server);
                } else {
                    cluster.destroy(server);
                    cluster.start(server);
                }
                SERVERS.forEach(cluster::awaitReady);
                awaitReplicas(cluster);
            }
            cluster.client("touch", "/tmp/stop");

            Set<String> acknowledged = writer.join().value().lines().collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
            Set<String> found = cluster.exec(primary(cluster), "redis-cli", "KEYS", "key-*")
                    .value()
                    .lines()
                    .collect(Collectors.toSet());
            assertThat(found).containsAll(acknowledged);
        }
    }

    private static int acknowledged(LocalCluster cluster) {
        Output lines = cluster.client("sh", "-c", "wc -l < /tmp/acknowledged");
        return lines.succeeded() ? Integer.parseInt(lines.value()) : 0;
    }

    private static String primary(LocalCluster cluster) {
        return SERVERS.stream()
                .filter(server ->
                        cluster.exec(server, "redis-cli", "ROLE").text().startsWith("master"))
                .findFirst()
                .orElseThrow();
    }

    /** Every server has its role again: two replicas are connected, and one server has two replicas. */
    private static void awaitReplicas(LocalCluster cluster) {
        cluster.await(
                "two replicas are connected",
                () -> SERVERS.stream()
                                .map(server -> cluster.exec(server, "redis-cli", "ROLE")
                                        .text())
                                .filter(role -> role.startsWith("slave") && role.contains("\nconnected\n"))
                                .count()
                        == 2);
    }
}
