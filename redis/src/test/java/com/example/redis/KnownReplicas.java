package com.example.redis;

import dev.berth.harness.LocalCluster;
import java.util.List;
import java.util.stream.Stream;

/** The replicas that sentinels know. */
final class KnownReplicas {

    private static final List<String> SENTINELS = List.of("cache-sentinel-0", "cache-sentinel-1", "cache-sentinel-2");

    private KnownReplicas() {}

    /**
     * Waits until the primary {@code cache-0} has two replicas, without which it accepts no write, and every sentinel knows
     * them. Sentinels ask the primary for its replicas every ten seconds, and a failover before that leaves a replica
     * behind.
     *
     * @param cli how a client is called in the pods
     */
    static void await(LocalCluster cluster, String... cli) {
        cluster.await("the primary has two replicas", () -> run(cluster, "cache-0", cli, "INFO", "replication")
                .matches("(?s).*state=online.*state=online.*"));
        cluster.await("every sentinel knows both replicas", () -> SENTINELS.stream()
                .map(sentinel -> run(cluster, sentinel, cli, "-p", "26379", "SENTINEL", "REPLICAS", "cache"))
                .allMatch(replicas ->
                        replicas.contains("cache-1.cache-headless") && replicas.contains("cache-2.cache-headless")));
    }

    private static String run(LocalCluster cluster, String pod, String[] cli, String... command) {
        String[] all = Stream.of(cli, command).flatMap(Stream::of).toArray(String[]::new);
        return cluster.exec(pod, all).text();
    }
}
