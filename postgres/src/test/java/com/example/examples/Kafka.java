package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.JobFields.RestartPolicy.ON_FAILURE;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Job;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kafka without ZooKeeper: three servers that are brokers and controllers, and a Job that creates a topic. */
public final class Kafka implements ManifestSource {

    private static final String IMAGE = "apache/kafka:4.1.1";
    private static final String PEERS = "kafka-headless";
    private static final int SERVERS = 3;
    private static final Port CLIENT = Port.tcp("client", 9092);
    private static final Port CONTROLLER = Port.tcp("controller", 9093);

    private final Namespace events = Namespace.named("events").build();
    private final ConfigMap settings = ConfigMap.named("kafka-settings")
            .putData("CLUSTER_ID", "4L6g3nShT-eMCtK--X86sw")
            .putData("KAFKA_PROCESS_ROLES", "broker,controller")
            .putData("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
            .putData("KAFKA_LISTENERS", "PLAINTEXT://:" + CLIENT.number() + ",CONTROLLER://:" + CONTROLLER.number())
            .putData("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
            .putData("KAFKA_CONTROLLER_QUORUM_VOTERS", voters())
            .putData("KAFKA_LOG_DIRS", "/var/lib/kafka/data/logs")
            .putData("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
            .putData("KAFKA_MIN_INSYNC_REPLICAS", "2")
            .putData("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3")
            .putData("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3")
            .putData("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2")
            .build();
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(100))
            .build();
    private final StatefulSet kafka = StatefulSet.named("kafka")
            .service(HeadlessService.named(PEERS).publishNotReadyAddresses())
            .replicas(SERVERS)
            .container(Container.named("kafka")
                    .image(IMAGE)
                    .addPorts(CLIENT, CONTROLLER)
                    .addEnvFrom(settings.envFrom())
                    .addEnv(
                            EnvVar.of("POD_NAME", FieldRef.NAME),
                            EnvVar.of("KAFKA_NODE_ID", FieldRef.POD_INDEX),
                            EnvVar.of("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://$(POD_NAME)." + PEERS + ":9092"),
                            EnvVar.of("KAFKA_HEAP_OPTS", "-Xmx2g -Xms2g"))
                    .addMount(data.at("/var/lib/kafka/data"))
                    .resources(Resources.requests(millicores(500), gibi(4)).memoryLimit(gibi(4)))
                    .startupProbe(Probe.tcpSocket(CLIENT).failureThreshold(60).build())
                    .readinessProbe(Probe.tcpSocket(CLIENT).build())
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .podManagementPolicy(PodManagementPolicy.PARALLEL)
            .terminationGracePeriod(ofMinutes(5))
            .securityContext(PodSecurityContext.restricted()
                    .runAsUser(1000)
                    .fsGroup(1000)
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build())
            .addRestartTrigger(settings)
            .enableServiceLinks(false)
            .build();
    private final Service bootstrap =
            Service.named("kafka").selecting(kafka).addPort(CLIENT).build();
    private final PodDisruptionBudget budget = PodDisruptionBudget.named("kafka")
            .selecting(kafka)
            .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
            .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
            .build();
    private final Job topics = Job.named("create-orders-topic")
            .restartPolicy(ON_FAILURE)
            .container(Container.named("create")
                    .image(IMAGE)
                    .addCommand("/opt/kafka/bin/kafka-topics.sh", "--create", "--if-not-exists")
                    .addArgs("--bootstrap-server", bootstrap.address(CLIENT).toString())
                    .addArgs("--topic", "orders", "--partitions", "12", "--replication-factor", "3")
                    .resources(Resources.requests(millicores(100), gibi(1)).memoryLimit(gibi(1)))
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .backoffLimit(10)
            .ttlAfterFinished(ofHours(1))
            .securityContext(PodSecurityContext.restricted().runAsUser(1000).build())
            .enableServiceLinks(false)
            .build();

    private static String voters() {
        return IntStream.range(0, SERVERS)
                .mapToObj(id -> id + "@kafka-" + id + "." + PEERS + ":" + CONTROLLER.number())
                .collect(Collectors.joining(","));
    }

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of(
                        "kafka.yaml", events, settings, kafka.headlessService(), kafka, bootstrap, budget, topics)
                .in(events));
    }
}
