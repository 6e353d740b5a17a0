package com.example.redis;

import dev.berth.harness.LocalCluster;
import java.util.List;
import java.util.stream.Stream;

/** The replicas that sentinels know. */
final class KnownReplicas {

    private static final List<String> SENTINELS = List.of("cache-sentinel-0", "cache-sentinel-1", "cache-sentinel-2");

    private KnownReplicas() {}

    /**
     * Waits until every sentinel knows the replicas {@code cache-1} and {@code cache-2}. Sentinels ask the primary for them
     * every ten seconds, and a failover before that leaves a replica behind.
     *
     * @param cli how a client is called in the pods
     */
    static void await(LocalCluster cluster, String... cli) {
        String[] question = {"-p", "26379", "SENTINEL", "REPLICAS", "cache"};
        String[] command = Stream.of(cli, question).flatMap(Stream::of).toArray(String[]::new);
        cluster.await("every sentinel knows both replicas", () -> SENTINELS.stream()
                .map(sentinel -> cluster.exec(sentinel, command).text())
                .allMatch(replicas ->
                        replicas.contains("cache-1.cache-headless") && replicas.contains("cache-2.cache-headless")));
    }
}
