package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMinutes;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.NetworkPolicy;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.NetworkPolicyRule;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.value.Bytes;
import dev.berth.value.Port;
import dev.berth.workload.Affinity;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.Map;

/** Elasticsearch with three masters and two data nodes, and the kernel setting that it needs. */
public final class Elasticsearch implements ManifestSource {

    private static final String MASTERS = "search-master";
    private static final String MASTER_NAMES = MASTERS + "-0," + MASTERS + "-1," + MASTERS + "-2";
    private static final Port HTTP = Port.tcp("http", 9200);
    private static final Port TRANSPORT = Port.tcp("transport", 9300);

    private final Namespace search = Namespace.named("search").build();
    private final StatefulSet masters = nodes(MASTERS, "master", 3, gibi(10));
    private final StatefulSet data = nodes("search-data", "data,ingest", 2, gibi(200));
    private final Service service =
            Service.named("search").selecting(data).addPort(HTTP).build();

    /** Masters and data nodes differ in their roles, their number and their disks. */
    private static StatefulSet nodes(String name, String roles, int number, Bytes storage) {
        var disk = ClaimTemplate.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(storage)
                .build();
        return StatefulSet.named(name)
                .service(HeadlessService.named(name + "-headless").publishNotReadyAddresses())
                .replicas(number)
                .container(Container.named("elasticsearch")
                        .image("docker.elastic.co/elasticsearch/elasticsearch:9.1.4")
                        .addPorts(HTTP, TRANSPORT)
                        .addEnv(
                                EnvVar.of("node.name", FieldRef.NAME),
                                EnvVar.of("node.roles", roles),
                                EnvVar.of("cluster.name", "search"),
                                EnvVar.of("cluster.initial_master_nodes", MASTER_NAMES),
                                EnvVar.of("discovery.seed_hosts", MASTERS + "-headless"),
                                EnvVar.of("network.host", "0.0.0.0"),
                                EnvVar.of("xpack.security.enabled", "false"),
                                EnvVar.of("ES_JAVA_OPTS", "-Xms2g -Xmx2g"))
                        .addMount(disk.at("/usr/share/elasticsearch/data"))
                        .resources(Resources.requests(millicores(500), gibi(4)).memoryLimit(gibi(4)))
                        .startupProbe(
                                Probe.tcpSocket(TRANSPORT).failureThreshold(60).build())
                        .readinessProbe(Probe.httpGet(HTTP, "/").build())
                        .securityContext(SecurityContext.restricted().build())
                        .build())
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .addInitContainer(InitContainer.named("sysctl")
                        .image("busybox:1.37")
                        .addCommand("sysctl", "-w", "vm.max_map_count=1048576")
                        .resources(Resources.requests(millicores(10), mebi(16)).memoryLimit(mebi(16)))
                        .securityContext(SecurityContext.unrestricted()
                                .privileged(true)
                                .runAsUser(0)
                                .runAsNonRoot(false)
                                .build())
                        .build())
                .terminationGracePeriod(ofMinutes(5))
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
    }

    private static PodDisruptionBudget oneAtATime(StatefulSet nodes) {
        return PodDisruptionBudget.named(nodes.name())
                .selecting(nodes)
                .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
                .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
                .build();
    }

    /** Only the nodes of the cluster and the shop reach a node. */
    private NetworkPolicy onlyFriends(StatefulSet nodes) {
        return NetworkPolicy.named(nodes.name())
                .selecting(nodes)
                .ingress(NetworkPolicy.allow(
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsOf(masters), NetworkPolicyPeer.podsOf(data))
                                .ports(HTTP, TRANSPORT),
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))
                                        .in(Namespace.named("shop").build()))
                                .ports(HTTP)))
                .build();
    }

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of(
                        "search.yaml",
                        search,
                        masters.headlessService(),
                        masters,
                        oneAtATime(masters),
                        onlyFriends(masters),
                        data.headlessService(),
                        data,
                        oneAtATime(data),
                        onlyFriends(data),
                        service)
                .in(search));
    }
}
