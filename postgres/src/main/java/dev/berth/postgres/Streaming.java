package dev.berth.postgres;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.ServerProbes;
import dev.berth.recipe.Tls;
import dev.berth.workload.Affinity;
import dev.berth.workload.InitContainer;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.Probe;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.StatefulSetBuildStages;
import java.util.ArrayList;
import java.util.List;

/**
 * A primary and its followers: a StatefulSet with server 0, and one with the servers from 1 on. The selector of a
 * Service can only compare labels for equality, so one StatefulSet could not have a Service that leaves the primary out.
 */
record Streaming(Postgres postgres, PostgresPod pod) {

    List<StatefulSet> sets() {
        StatefulSet first = set(postgres.name(), 1).build();
        var followers = set(followers(postgres), postgres.replicas() - 1).ordinalsStart(1);
        if (!postgres.omissions().containsKey(Safeguard.SPREADING)) {
            followers.affinity(Affinity.rules()
                    .putPreferredPodAntiAffinity(PodAffinityTerm.perNode(first), 100)
                    .build());
        }
        return List.of(first, followers.build());
    }

    private static String followers(Postgres postgres) {
        return postgres.name() + "-replica";
    }

    private StatefulSetBuildStages.BuildFinal set(String name, int servers) {
        return StatefulSet.named(name)
                // A server that is not ready yet must be found by those that wait for it.
                .service(HeadlessService.named(name + "-headless").publishNotReadyAddresses())
                .replicas(servers)
                .container(pod.server(member(), ready()))
                .addInitContainer(follow())
                .addAllContainers(pod.helpers())
                .addAllRestartTriggers(postgres.triggers())
                .terminationGracePeriod(PostgresPod.GRACE_PERIOD);
    }

    /** The pod that clients write to. */
    static String primaryPod(Postgres postgres) {
        return podName(postgres, postgres.topology().primary());
    }

    private static String podName(Postgres postgres, int number) {
        return (number == 0 ? postgres.name() : followers(postgres)) + "-" + number;
    }

    private static String headless(Postgres postgres, int number) {
        return (number == 0 ? postgres.name() : followers(postgres)) + "-headless";
    }

    /** The variables by which a server knows whether it is the primary. */
    private List<EnvVar> member() {
        int primary = postgres.topology().primary();
        String pod = podName(postgres, primary);
        return List.of(
                EnvVar.of("POD_NAME", FieldRef.NAME),
                EnvVar.of("PRIMARY_POD", pod),
                EnvVar.of("PRIMARY_HOST", pod + "." + headless(postgres, primary)));
    }

    private static Probe ready() {
        return ServerProbes.readiness("bash", PostgresFiles.DIRECTORY + "/" + PostgresFiles.READY);
    }

    private InitContainer follow() {
        List<EnvVar> variables = new ArrayList<>(member());
        variables.add(pod.dataDirectory());
        variables.addAll(pod.walMount());
        variables.addAll(
                postgres.topology().replication().orElseThrow().env(postgres.name(), PostgresPasswords.REPLICATION));
        if (postgres.tls().isPresent()) {
            variables.add(
                    EnvVar.of("REPLICATION_OPTIONS", "sslmode=verify-full sslrootcert=" + Tls.DIRECTORY + "/ca.crt"));
        }
        return InitContainer.named("follow")
                .image(postgres.image().server().name())
                .addCommand("bash", PostgresFiles.DIRECTORY + "/" + PostgresFiles.FOLLOW)
                .addAllEnv(variables)
                .addAllMounts(pod.mounts())
                .resources(postgres.resources())
                .securityContext(pod.security())
                .build();
    }

    /** A Service for the primary, and one for the followers. */
    static List<Service> services(Postgres postgres, List<StatefulSet> sets) {
        int primary = postgres.topology().primary();
        Service write = Service.named(postgres.name())
                .selecting(sets.get(primary == 0 ? 0 : 1))
                .addPort(Postgres.PORT)
                .onlyPod(primary)
                .comment("Writes: the primary only.")
                .build();
        return List.of(write, reads(postgres, sets));
    }

    /** After a promotion, the second StatefulSet has the primary: reads then reach a single follower. */
    private static Service reads(Postgres postgres, List<StatefulSet> sets) {
        int primary = postgres.topology().primary();
        boolean firstOnly = primary > 0 && postgres.replicas() == 2;
        var service = Service.named(postgres.name() + "-ro")
                .selecting(sets.get(firstOnly ? 0 : 1))
                .addPort(Postgres.PORT)
                .comment("Reads: the followers only.");
        if (primary > 0 && !firstOnly) {
            service.onlyPod(primary == 1 ? 2 : 1);
        }
        return service.build();
    }
}
