package com.example.examples;

import static dev.berth.access.Verb.CREATE;
import static dev.berth.access.Verb.GET;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.access.PolicyRule;
import dev.berth.access.Role;
import dev.berth.access.RoleBinding;
import dev.berth.access.Subject;
import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.value.Port;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.ServiceAccount;
import dev.berth.workload.StatefulSet;

/** Three RabbitMQ servers that find each other through the API server, with the role that allows it. */
public final class RabbitMq implements ManifestSource {

    private static final String PEERS = "rabbitmq-headless";
    private static final String DOMAIN = "." + PEERS + ".messaging.svc.cluster.local";
    private static final Port AMQP = Port.tcp("amqp", 5672);
    private static final Port MANAGEMENT = Port.tcp("management", 15672);
    private static final Port DISTRIBUTION = Port.tcp("distribution", 25672);

    private final Namespace messaging = Namespace.named("messaging").build();
    private final SecretSource login = Secret.existing("rabbitmq-login");
    private final ConfigMap settings = ConfigMap.named("rabbitmq-settings")
            .putData("enabled_plugins", "[rabbitmq_management,rabbitmq_peer_discovery_k8s].\n")
            .putData("rabbitmq.conf", """
                    cluster_formation.peer_discovery_backend = k8s
                    cluster_formation.k8s.host = kubernetes.default.svc
                    cluster_formation.k8s.address_type = hostname
                    cluster_formation.k8s.service_name = %s
                    cluster_formation.k8s.hostname_suffix = %s
                    cluster_partition_handling = pause_minority
                    """.formatted(PEERS, DOMAIN))
            .build();
    private final ServiceAccount account = ServiceAccount.named("rabbitmq").build();
    private final Role peers = Role.named("rabbitmq-peers")
            .rule(PolicyRule.allow(GET).resources("", "endpoints"))
            .addRule(PolicyRule.allow(CREATE).resources("", "events"))
            .build();
    private final RoleBinding binding = RoleBinding.named("rabbitmq-peers")
            .role(peers)
            .subject(Subject.serviceAccount(account))
            .build();
    private final ConfigMapVolume config =
            ConfigMapVolume.named("config").configMap(settings).build();
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(20))
            .build();
    private final StatefulSet rabbitmq = StatefulSet.named("rabbitmq")
            .service(HeadlessService.named(PEERS).publishNotReadyAddresses())
            .replicas(3)
            .container(Container.named("rabbitmq")
                    .image("rabbitmq:4.0.9-management")
                    .addPorts(AMQP, MANAGEMENT, DISTRIBUTION)
                    .addEnv(
                            EnvVar.of("POD_NAME", FieldRef.NAME),
                            EnvVar.of("RABBITMQ_USE_LONGNAME", "true"),
                            EnvVar.of("RABBITMQ_NODENAME", "rabbit@$(POD_NAME)" + DOMAIN),
                            login.env("RABBITMQ_ERLANG_COOKIE", "cookie"),
                            login.env("RABBITMQ_DEFAULT_USER", "username"),
                            login.env("RABBITMQ_DEFAULT_PASS", "password"))
                    .addMounts(config.at("/etc/rabbitmq"), data.at("/var/lib/rabbitmq"))
                    .resources(Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)))
                    .startupProbe(Probe.tcpSocket(AMQP).failureThreshold(60).build())
                    .readinessProbe(Probe.exec("rabbitmq-diagnostics", "-q", "check_running")
                            .period(ofSeconds(30))
                            .timeout(ofSeconds(20))
                            .build())
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .podManagementPolicy(PodManagementPolicy.PARALLEL)
            .serviceAccount(account)
            .terminationGracePeriod(ofMinutes(10))
            .securityContext(PodSecurityContext.restricted()
                    .runAsUser(999)
                    .fsGroup(999)
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build())
            .addRestartTrigger(settings)
            .enableServiceLinks(false)
            .build();
    private final Service service = Service.named("rabbitmq")
            .selecting(rabbitmq)
            .addPorts(AMQP, MANAGEMENT)
            .build();
    private final PodDisruptionBudget budget = PodDisruptionBudget.named("rabbitmq")
            .selecting(rabbitmq)
            .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
            .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
            .build();

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of(
                        "rabbitmq.yaml",
                        messaging,
                        settings,
                        account,
                        peers,
                        binding,
                        rabbitmq.headlessService(),
                        rabbitmq,
                        service,
                        budget)
                .in(messaging));
    }
}
