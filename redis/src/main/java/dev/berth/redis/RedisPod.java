package dev.berth.redis;

import static java.time.Duration.ofMinutes;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.network.HeadlessService;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.ServerProbes;
import dev.berth.recipe.Tls;
import dev.berth.redis.RedisTopology.Form;
import dev.berth.value.Bytes;
import dev.berth.value.FileMode;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.LifecycleHandler;
import dev.berth.workload.Mount;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pod of a Redis server: its mounts, its variables, and its probes. */
record RedisPod(Redis redis, SecurityContext security, ClaimTemplate data) {

    static final String PASSWORD = "REDIS_PASSWORD";

    /** The variable that {@code redis-cli} and {@code valkey-cli} read. */
    static final String CLIENT_PASSWORD = "REDISCLI_AUTH";

    private static final String COMPLETED = "/run/redis";

    StatefulSet set() {
        RedisTopology topology = redis.topology();
        HeadlessService service = HeadlessService.named(headless());
        var set = StatefulSet.named(redis.name())
                // Servers find each other before they are ready.
                .service(topology.is(Form.INDEPENDENT) ? service : service.publishNotReadyAddresses())
                .replicas(redis.replicas())
                .container(server())
                .addAllRestartTriggers(redis.triggers())
                // During shutdown, the server writes the rest of the log.
                .terminationGracePeriod(ofMinutes(1));
        if (RedisFiles.of(redis).isCompleted()) {
            set.addInitContainer(configure());
        }
        if (topology.is(Form.SENTINEL) || topology.is(Form.CLUSTER)) {
            set.podManagementPolicy(PodManagementPolicy.PARALLEL);
        }
        redis.metrics()
                .ifPresent(metrics -> set.addContainer(
                        metrics.container(Redis.METRICS_PORT, exporter(metrics), exporterMounts(), security)));
        if (topology.is(Form.CLUSTER)) {
            set.addContainer(new ClusterMembers(this).meet());
        }
        if (redis.configChanges() == ConfigChanges.RELOAD) {
            set.addContainer(new RedisReload(this).container());
        }
        return set.build();
    }

    private List<EnvVar> exporter(Metrics metrics) {
        List<EnvVar> all = new ArrayList<>();
        all.add(EnvVar.of(
                "REDIS_ADDR", redis.tls().isPresent() ? "rediss://127.0.0.1:6380" : "redis://127.0.0.1:6379"));
        all.add(EnvVar.of("REDIS_USER", Metrics.USER));
        // CONFIG GET would return the passwords of the server.
        all.add(EnvVar.of("REDIS_EXPORTER_CONFIG_COMMAND", "-"));
        redis.tls().ifPresent(tls -> {
            // The certificate does not name the address, which no other pod can have.
            all.add(EnvVar.of("REDIS_EXPORTER_SKIP_TLS_VERIFICATION", "true"));
            if (tls.clientCertificates()) {
                all.add(EnvVar.of("REDIS_EXPORTER_TLS_CLIENT_CERT_FILE", Tls.DIRECTORY + "/tls.crt"));
                all.add(EnvVar.of("REDIS_EXPORTER_TLS_CLIENT_KEY_FILE", Tls.DIRECTORY + "/tls.key"));
            }
        });
        all.addAll(metrics.password()
                .env(redis.name(), new RedisUser(Metrics.USER, metrics.password(), List.of()).variable(), PASSWORD));
        return all;
    }

    private List<Mount> exporterMounts() {
        return redis.tls().filter(RedisTls::clientCertificates).isPresent() ? tls() : List.of();
    }

    String headless() {
        return redis.name() + "-headless";
    }

    /** The names of the pods. */
    List<String> names() {
        return IntStream.range(0, redis.replicas())
                .mapToObj(ordinal -> redis.name() + "-" + ordinal)
                .toList();
    }

    private Container server() {
        String program = redis.image().program();
        String client = client();
        boolean completed = RedisFiles.of(redis).isCompleted();
        var container = Container.named(program)
                .image(redis.image().server().name())
                .addArgs(program + "-server", (completed ? COMPLETED : directory()) + "/" + RedisFiles.CONF)
                .addAllPorts(redis.ports())
                .addAllEnv(redis.password().env(redis.name(), PASSWORD, CLIENT_PASSWORD))
                .addAllMounts(mounts(completed));
        if (redis.topology().is(Form.CLUSTER)) {
            container.addPort(new ClusterMembers(this).bus());
        }
        if (redis.topology().is(Form.SENTINEL)) {
            // Half of the grace period is left for the shutdown.
            container
                    .addAllEnv(identity(headless()))
                    .addAllEnv(new SentinelPods(this).variables())
                    .preStop(LifecycleHandler.exec("timeout", "30", "sh", directory() + "/" + RedisFiles.HAND_OVER));
        }
        // While the server loads its data, it responds with LOADING: it is alive but not ready.
        return container
                .startupProbe(ServerProbes.startup("sh", "-c", client + " ping | grep -q PONG"))
                .livenessProbe(ServerProbes.liveness(client, "ping"))
                .readinessProbe(ServerProbes.readiness("sh", "-c", client + " ping | grep -q PONG"))
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
        if (!redis.topology().is(Form.INDEPENDENT)) {
            all.addAll(identity(headless()));
        }
        switch (redis.topology().form()) {
            case INDEPENDENT -> {}
            case REPLICATED -> all.add(EnvVar.of("PRIMARY_POD", redis.name() + "-0"));
            case SENTINEL -> {
                all.addAll(redis.password().env(redis.name(), PASSWORD, CLIENT_PASSWORD));
                all.addAll(new SentinelPods(this).variables());
            }
            case CLUSTER -> all.add(EnvVar.of("POD_IP", FieldRef.POD_IP));
        }
        return all;
    }

    /** The variables with the name of a pod, and with the domain in which it has that name. */
    static List<EnvVar> identity(String headless) {
        return List.of(
                EnvVar.of("POD_NAME", FieldRef.NAME),
                EnvVar.of("POD_NAMESPACE", FieldRef.NAMESPACE),
                EnvVar.of("DOMAIN", headless + ".$(POD_NAMESPACE).svc"));
    }

    List<Mount> mounts(boolean completed) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(data.at(redis.image().server().mountPath()));
        mounts.add(config());
        if (completed) {
            mounts.add(run());
        }
        mounts.addAll(tls());
        return mounts;
    }

    /** The certificate, if there is one. */
    List<Mount> tls() {
        return redis.tls().map(tls -> tls.server().mount()).stream().toList();
    }

    /** The command of the client: a program of the image, or the script that adds the options for TLS. */
    String client() {
        return redis.tls().isPresent()
                ? directory() + "/" + RedisFiles.CLI
                : redis.image().program() + "-cli";
    }

    /** The volume in memory with the completed configuration. */
    static Mount run() {
        return EmptyDir.named("run")
                .medium(EmptyDir.Medium.memory())
                .sizeLimit(Bytes.mebi(1))
                .build()
                .at(COMPLETED);
    }

    Mount config() {
        var files = ConfigMapVolume.named("config").configMap(redis.config());
        if (redis.tls().isPresent()) {
            // The client is one of the files. Files that the owner cannot write could not be completed after they are
            // copied.
            files.defaultMode(FileMode.of("0755"));
        }
        return files.build().at(directory()).readOnly();
    }

    String directory() {
        return "/usr/local/etc/" + redis.image().program();
    }
}
