package dev.berth.redis;

import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.network.HeadlessService;
import dev.berth.value.Bytes;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.Mount;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;

/** The pod of a Redis server: its mounts, its variables, and its probes. */
record RedisPod(Redis redis, SecurityContext security, ClaimTemplate data) {

    static final String PASSWORD = "REDIS_PASSWORD";

    /** The variable that {@code redis-cli} and {@code valkey-cli} read. */
    private static final String CLIENT_PASSWORD = "REDISCLI_AUTH";

    private static final String COMPLETED = "/run/redis";

    StatefulSet set() {
        boolean hasPeers = redis.topology().form() != RedisTopology.Form.INDEPENDENT;
        HeadlessService service = HeadlessService.named(headless());
        var set = StatefulSet.named(redis.name())
                .service(hasPeers ? service.publishNotReadyAddresses() : service)
                .replicas(redis.replicas())
                .container(server())
                // During shutdown, the server writes the rest of the log.
                .terminationGracePeriod(ofMinutes(1));
        if (RedisFiles.of(redis).isCompleted()) {
            set.addInitContainer(configure());
        }
        return set.build();
    }

    private String headless() {
        return redis.name() + "-headless";
    }

    private Container server() {
        String program = redis.image().program();
        boolean completed = RedisFiles.of(redis).isCompleted();
        var container = Container.named(program)
                .image(redis.image().server().name())
                .addArgs(program + "-server", (completed ? COMPLETED : directory()) + "/" + RedisFiles.CONF)
                .addPort(Redis.PORT)
                .addAllEnv(redis.password().env(redis.name(), CLIENT_PASSWORD))
                .addAllMounts(mounts(completed));
        // While the server loads its data, it responds with LOADING: it is alive but not ready.
        return container
                .startupProbe(exec("sh", "-c", program + "-cli ping | grep -q PONG")
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(60)
                        .build())
                .livenessProbe(exec(program + "-cli", "ping")
                        .initialDelay(ofSeconds(30))
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(6)
                        .build())
                .readinessProbe(exec("sh", "-c", program + "-cli ping | grep -q PONG")
                        .initialDelay(ofSeconds(5))
                        .period(ofSeconds(5))
                        .timeout(ofSeconds(5))
                        .build())
                .build();
    }

    private InitContainer configure() {
        return InitContainer.named("configure")
                .image(redis.image().server().name())
                .addCommand("sh", directory() + "/" + RedisFiles.CONFIGURE)
                .addAllEnv(variables())
                .addAllMounts(mounts(true))
                .resources(redis.resources())
                .securityContext(security)
                .build();
    }

    private List<EnvVar> variables() {
        List<EnvVar> all = new ArrayList<>();
        all.add(EnvVar.of("CONFIG", directory() + "/" + RedisFiles.CONF));
        redis.passwords().forEach((variable, password) -> all.addAll(password.env(redis.name(), variable)));
        if (redis.topology().form() == RedisTopology.Form.REPLICATED) {
            all.add(EnvVar.of("POD_NAME", FieldRef.NAME));
            all.add(EnvVar.of("POD_NAMESPACE", FieldRef.NAMESPACE));
            all.add(EnvVar.of("DOMAIN", headless() + ".$(POD_NAMESPACE).svc"));
            all.add(EnvVar.of("PRIMARY_POD", redis.name() + "-0"));
        }
        return all;
    }

    private List<Mount> mounts(boolean completed) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(data.at(redis.image().server().mountPath()));
        mounts.add(ConfigMapVolume.named("config")
                .configMap(redis.config())
                .build()
                .at(directory())
                .readOnly());
        if (completed) {
            mounts.add(EmptyDir.named("run")
                    .medium(EmptyDir.Medium.memory())
                    .sizeLimit(Bytes.mebi(1))
                    .build()
                    .at(COMPLETED));
        }
        return mounts;
    }

    private String directory() {
        return "/usr/local/etc/" + redis.image().program();
    }
}
