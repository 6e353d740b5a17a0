package dev.berth.redis;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The container that introduces the servers of a cluster to each other, by name. */
record ClusterMembers(RedisPod pod) {

    /** The port on which servers talk to each other: that for clients plus 10000. */
    Port bus() {
        return Port.tcp("bus", pod.redis().ownPort().number() + 10_000);
    }

    Container meet() {
        Redis redis = pod.redis();
        String peers = IntStream.range(0, redis.replicas())
                .mapToObj(ordinal -> redis.name() + "-" + ordinal + "." + pod.headless())
                .collect(Collectors.joining(" "));
        return Container.named("meet")
                .image(redis.image().server().name())
                .addCommand("sh", pod.directory() + "/" + RedisFiles.MEET)
                .addEnv(EnvVar.of("POD_NAME", FieldRef.NAME))
                .addEnv(EnvVar.of("CLI", pod.client()))
                .addEnv(EnvVar.of("PEERS", peers))
                .addEnv(EnvVar.of("CREATOR", redis.name() + "-0"))
                .addEnv(EnvVar.of("REPLICAS", Integer.toString(redis.topology().replicasPerPrimary())))
                .addAllEnv(redis.password().env(redis.name(), RedisPod.PASSWORD, RedisPod.CLIENT_PASSWORD))
                .addMount(pod.config())
                .addAllMounts(pod.tls())
                .resources(
                        Resources.requests(Cpu.millicores(10), Bytes.mebi(32)).memoryLimit(Bytes.mebi(32)))
                .securityContext(pod.security())
                .build();
    }
}
