package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.PodAmount.pods;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.scheduling.PriorityClass;
import dev.berth.value.Port;
import dev.berth.workload.Affinity;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three members of an etcd cluster, each on a node of its own, more important than other pods. */
public final class Etcd implements ManifestSource {

    private static final String PEERS = "etcd-headless";
    private static final int MEMBERS = 3;
    private static final Port CLIENT = Port.tcp("client", 2379);
    private static final Port PEER = Port.tcp("peer", 2380);
    private static final Port METRICS = Port.tcp("metrics", 2381);

    private final Namespace coordination = Namespace.named("coordination").build();
    private final PriorityClass important = PriorityClass.named("coordination")
            .value(1_000_000)
            .description("Servers that others cannot work without")
            .build();
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(10))
            .build();
    private final StatefulSet etcd = StatefulSet.named("etcd")
            .service(HeadlessService.named(PEERS).publishNotReadyAddresses())
            .replicas(MEMBERS)
            .container(Container.named("etcd")
                    .image("quay.io/coreos/etcd:v3.6.5")
                    .addPorts(CLIENT, PEER, METRICS)
                    .addEnv(
                            EnvVar.of("ETCD_NAME", FieldRef.NAME),
                            EnvVar.of("ETCD_DATA_DIR", "/var/lib/etcd/member"),
                            EnvVar.of("ETCD_INITIAL_CLUSTER", members()),
                            EnvVar.of("ETCD_INITIAL_CLUSTER_TOKEN", "coordination"),
                            EnvVar.of("ETCD_INITIAL_ADVERTISE_PEER_URLS", url("$(ETCD_NAME)", PEER)),
                            EnvVar.of("ETCD_ADVERTISE_CLIENT_URLS", url("$(ETCD_NAME)", CLIENT)),
                            EnvVar.of("ETCD_LISTEN_PEER_URLS", "http://0.0.0.0:" + PEER.number()),
                            EnvVar.of("ETCD_LISTEN_CLIENT_URLS", "http://0.0.0.0:" + CLIENT.number()),
                            EnvVar.of("ETCD_LISTEN_METRICS_URLS", "http://0.0.0.0:" + METRICS.number()),
                            EnvVar.of("ETCD_AUTO_COMPACTION_RETENTION", "1h"))
                    .addMount(data.at("/var/lib/etcd"))
                    .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                    .startupProbe(Probe.httpGet(METRICS, "/readyz")
                            .failureThreshold(60)
                            .build())
                    .readinessProbe(Probe.httpGet(METRICS, "/readyz").build())
                    .securityContext(SecurityContext.restricted()
                            .readOnlyRootFilesystem(true)
                            .build())
                    .build())
            .podManagementPolicy(PodManagementPolicy.PARALLEL)
            .priorityClass(important)
            .affinity(Affinity.rules()
                    .addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode())
                    .build())
            .securityContext(PodSecurityContext.restricted()
                    .runAsUser(1000)
                    .fsGroup(1000)
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build())
            .automountServiceAccountToken(false)
            .enableServiceLinks(false)
            .build();
    private final Service service =
            Service.named("etcd").selecting(etcd).addPort(CLIENT).build();
    private final PodDisruptionBudget budget = PodDisruptionBudget.named("etcd")
            .selecting(etcd)
            .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
            .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
            .build();

    private static String members() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(ordinal -> "etcd-" + ordinal)
                .map(name -> name + "=" + url(name, PEER))
                .collect(Collectors.joining(","));
    }

    private static String url(String name, Port port) {
        return "http://" + name + "." + PEERS + ":" + port.number();
    }

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(
                ManifestFile.of("etcd.yaml", coordination, important, etcd.headlessService(), etcd, service, budget)
                        .in(coordination));
    }
}
