package dev.berth.redis;

import dev.berth.config.EnvVar;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;

/** The container that gives the running server its changed settings. */
record RedisReload(RedisPod pod) {

    private static final Resources RESOURCES =
            Resources.requests(Cpu.millicores(10), Bytes.mebi(32)).memoryLimit(Bytes.mebi(64));

    Container container() {
        Redis redis = pod.redis();
        String program = redis.image().program();
        return Container.named(Redis.RELOAD)
                .image(redis.image().server().name())
                .addCommand("sh", pod.directory() + "/" + RedisFiles.RELOAD)
                .addEnv(EnvVar.of("CLI", pod.client()))
                .addEnv(EnvVar.of("SERVER", program + "-server"))
                .addEnv(EnvVar.of("COMMANDS", pod.directory() + "/" + RedisFiles.COMMANDS))
                .addAllEnv(redis.password().env(redis.name(), RedisPod.PASSWORD, RedisPod.CLIENT_PASSWORD))
                .addMount(pod.config())
                .addAllMounts(pod.tls())
                .addMount(RedisPod.run())
                .resources(RESOURCES)
                .securityContext(pod.security())
                .build();
    }
}
