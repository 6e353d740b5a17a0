package dev.berth.redis;

import static dev.berth.workload.Probe.httpGet;
import static dev.berth.workload.TopologySpreadConstraint.WhenUnsatisfiable.SCHEDULE_ANYWAY;
import static java.time.Duration.ofSeconds;

import dev.berth.catalog.image.ProxyImage;
import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.manifest.Manifest;
import dev.berth.network.NetworkPolicy;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.NetworkPolicyRule;
import dev.berth.network.Service;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.Tls;
import dev.berth.value.Port;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.LifecycleHandler;
import dev.berth.workload.Mount;
import dev.berth.workload.PodAmount;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.TopologySpreadConstraint;
import java.util.ArrayList;
import java.util.List;

/** The pods of the proxy, and what reaches and protects them. */
record ProxyPods(RedisPod servers, SentinelPods sentinels, RedisProxy proxy) {

    /** What the proxy reports about itself. Only the kubelet and the proxy itself use it. */
    static final Port STATE = Port.tcp("state", 8404);

    private static final String DIRECTORY = "/usr/local/etc/haproxy";

    Redis redis() {
        return servers.redis();
    }

    String name() {
        return redis().name() + "-proxy";
    }

    Deployment deployment() {
        var deployment = Deployment.named(name())
                .replicas(proxy.replicas())
                .container(container())
                .automountServiceAccountToken(false)
                .securityContext(PodSecurityContext.restricted()
                        .runAsUser(ProxyImage.HAPROXY.user().user())
                        .runAsGroup(ProxyImage.HAPROXY.user().group())
                        .build())
                .addRestartTrigger(new ProxyFiles(this).config());
        return redis().omissions().containsKey(Safeguard.SPREADING)
                ? deployment.build()
                : deployment
                        .addTopologySpreadConstraints(
                                TopologySpreadConstraint.overNodes(SCHEDULE_ANYWAY),
                                TopologySpreadConstraint.overZones(SCHEDULE_ANYWAY))
                        .build();
    }

    private Container container() {
        return Container.named("haproxy")
                .image(proxy.image())
                .addCommand("sh", DIRECTORY + "/" + ProxyFiles.START)
                .addPorts(redis().ownPort(), STATE)
                .addEnv(EnvVar.of("POD_NAMESPACE", FieldRef.NAMESPACE))
                .addAllEnv(redis().password().env(redis().name(), RedisPod.PASSWORD))
                .addMount(ConfigMapVolume.named("config")
                        .configMap(new ProxyFiles(this).config())
                        .build()
                        .at(DIRECTORY)
                        .readOnly())
                .addAllMounts(authority())
                .resources(proxy.resources())
                // A proxy that has never reached a primary stops the rollout; one that has stays ready without.
                .startupProbe(httpGet(STATE, "/primary")
                        .period(ofSeconds(2))
                        .timeout(ofSeconds(5))
                        .failureThreshold(300)
                        .build())
                .livenessProbe(httpGet(STATE, "/alive")
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .build())
                .readinessProbe(httpGet(STATE, "/alive")
                        .period(ofSeconds(5))
                        .timeout(ofSeconds(5))
                        .build())
                // New connections still arrive until all nodes know that the pod is ending.
                .preStop(LifecycleHandler.exec("sleep", "5"))
                .securityContext(SecurityContext.restricted()
                        .readOnlyRootFilesystem(true)
                        .build())
                .build();
    }

    /** With TLS, the certificate of the authority, by which the checks verify the servers. Clients have TLS to the servers. */
    private List<Mount> authority() {
        return redis().tls().stream()
                .<Mount>map(tls -> SecretVolume.named("ca")
                        .secret(tls.server().secret())
                        .addItem(KeyToPath.of("ca.crt"))
                        .build()
                        .at(Tls.DIRECTORY)
                        .readOnly())
                .toList();
    }

    Service service(Deployment deployment) {
        return Service.named(redis().name())
                .selecting(deployment)
                .addPort(redis().ownPort())
                .comment("The primary, for clients without Sentinel support.")
                .build();
    }

    /** The Deployment, and what protects it. */
    List<Manifest> manifests() {
        Deployment deployment = deployment();
        List<Manifest> all = new ArrayList<>(List.of(deployment));
        if (!redis().omissions().containsKey(Safeguard.DISRUPTION_BUDGET)) {
            all.add(budget(deployment));
        }
        if (!redis().clients().peers().isEmpty()) {
            all.add(policy(deployment));
        }
        return all;
    }

    private PodDisruptionBudget budget(Deployment deployment) {
        return PodDisruptionBudget.named(name())
                .selecting(deployment)
                .limit(PodDisruptionBudget.maxUnavailable(PodAmount.pods(1)))
                .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
                .build();
    }

    private NetworkPolicy policy(Deployment deployment) {
        List<NetworkPolicyPeer> clients = redis().clients().peers();
        return NetworkPolicy.named(name())
                .selecting(deployment)
                .ingress(NetworkPolicy.allow(NetworkPolicyRule.with(
                                clients.get(0),
                                clients.subList(1, clients.size()).toArray(NetworkPolicyPeer[]::new))
                        .ports(redis().ownPort())))
                .build();
    }
}
