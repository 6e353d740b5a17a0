package dev.berth.redis;

import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofSeconds;

import dev.berth.config.EnvVar;
import dev.berth.network.HeadlessService;
import dev.berth.recipe.ServerProbes;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.Mount;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pods of the sentinels. Each keeps its configuration, which it rewrites, in a volume of its own. */
record SentinelPods(RedisPod pod) {

    private static final String CONF = "/data/sentinel.conf";

    private static final Resources RESOURCES =
            Resources.requests(Cpu.millicores(50), Bytes.mebi(64)).memoryLimit(Bytes.mebi(64));

    StatefulSet set(ClaimTemplate claims) {
        return StatefulSet.named(name())
                .service(HeadlessService.named(headless()).publishNotReadyAddresses())
                .replicas(sentinels().count())
                .container(sentinel(claims))
                .addInitContainer(configure(claims))
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .build();
    }

    private Sentinels sentinels() {
        return pod.redis().topology().sentinels().orElseThrow();
    }

    private String name() {
        return pod.redis().name() + "-sentinel";
    }

    String headless() {
        return name() + "-headless";
    }

    /** The names of the pods. */
    List<String> names() {
        return IntStream.range(0, sentinels().count())
                .mapToObj(ordinal -> name() + "-" + ordinal)
                .toList();
    }

    int majority() {
        return sentinels().majority();
    }

    /** The variables by which a server finds the sentinels. */
    List<EnvVar> variables() {
        List<EnvVar> all = new ArrayList<>();
        all.add(EnvVar.of("CLI", pod.client()));
        all.add(EnvVar.of(
                "SENTINELS",
                names().stream().map(name -> name + "." + headless()).collect(Collectors.joining(" "))));
        all.addAll(group());
        return all;
    }

    private List<EnvVar> group() {
        return List.of(
                EnvVar.of("GROUP", pod.redis().name()),
                EnvVar.of("QUORUM", Integer.toString(sentinels().quorum())));
    }

    private Container sentinel(ClaimTemplate claims) {
        String program = pod.redis().image().program();
        return Container.named("sentinel")
                .image(pod.redis().image().server().name())
                .addArgs(program + "-server", CONF, "--sentinel")
                .addPort(Redis.SENTINEL_PORT)
                .addAllEnv(pod.redis().password().env(pod.redis().name(), RedisPod.PASSWORD, RedisPod.CLIENT_PASSWORD))
                .addMount(claims.at("/data"))
                .addAllMounts(tls())
                .resources(RESOURCES)
                .livenessProbe(ServerProbes.liveness(pod.client(), "-p", "26379", "ping"))
                .readinessProbe(exec("sh", "-c", pod.client() + " -p 26379 ping | grep -q PONG")
                        .period(ofSeconds(5))
                        .timeout(ofSeconds(5))
                        .build())
                .build();
    }

    /** With TLS, the certificate and the client. */
    private List<Mount> tls() {
        List<Mount> all = new ArrayList<>(pod.tls());
        if (!all.isEmpty()) {
            all.add(pod.config());
        }
        return all;
    }

    private InitContainer configure(ClaimTemplate claims) {
        return InitContainer.named("configure")
                .image(pod.redis().image().server().name())
                .addCommand("sh", pod.directory() + "/" + RedisFiles.SENTINEL)
                .addAllEnv(RedisPod.identity(headless()))
                .addEnv(EnvVar.of("PRIMARY", pod.redis().name() + "-0." + pod.headless() + ".$(POD_NAMESPACE).svc"))
                .addAllEnv(group())
                .addAllEnv(pod.redis().password().env(pod.redis().name(), RedisPod.PASSWORD))
                .addMount(claims.at("/data"))
                .addMount(pod.config())
                .resources(RESOURCES)
                .securityContext(pod.security())
                .build();
    }
}
