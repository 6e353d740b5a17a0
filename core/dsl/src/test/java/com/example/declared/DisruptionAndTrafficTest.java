package com.example.declared;

import static dev.berth.workload.PodAmount.percent;
import static dev.berth.workload.PodAmount.pods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.NetworkPolicy;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.NetworkPolicyRule;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.StatefulSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisruptionAndTrafficTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final StatefulSet postgres = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(3)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPort(sql)
                    .build())
            .build();
    private final Deployment app = Deployment.named("shop")
            .replicas(2)
            .container(Container.named("shop").image("shop:1").build())
            .putSelectorLabel("app", "shop")
            .putSelectorLabel("part", "web")
            .build();
    private final Namespace monitoring = Namespace.named("monitoring").build();

    @Test
    void a_budget_selects_the_pods_of_its_workload() {
        var budget = PodDisruptionBudget.named("postgres")
                .selecting(postgres)
                .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
                .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
                .build();
        assertThat(Yaml.of(budget)).isEqualTo("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: postgres
                spec:
                  maxUnavailable: 1
                  unhealthyPodEvictionPolicy: AlwaysAllow
                  selector:
                    matchLabels:
                      app: postgres
                """);
    }

    @Test
    void a_budget_can_be_a_percentage_of_all_pods() {
        var budget = PodDisruptionBudget.named("shop")
                .selecting(app)
                .limit(PodDisruptionBudget.minAvailable(percent(50)))
                .build();
        assertThat(Yaml.of(budget)).isEqualTo("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: shop
                spec:
                  minAvailable: 50%
                  selector:
                    matchLabels:
                      app: shop
                      part: web
                """);
    }

    @Test
    void an_amount_of_pods_is_not_negative_and_at_most_all_pods() {
        assertRefused(() -> pods(-1), "PodAmount: Invalid value: -1: must be at least 0");
        assertRefused(() -> percent(-1), "PodAmount percent: Invalid value: -1: must be between 0 and 100, inclusive");
        assertRefused(
                () -> percent(101), "PodAmount percent: Invalid value: 101: must be between 0 and 100, inclusive");
    }

    @Test
    void a_policy_allows_the_traffic_of_its_rules() {
        var policy = NetworkPolicy.named("postgres")
                .selecting(postgres)
                .ingress(NetworkPolicy.allow(
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsOf(app), NetworkPolicyPeer.podsOf(postgres))
                                .ports(sql),
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsWith(Map.of("app", "exporter"))
                                        .in(monitoring))
                                .ports(sql)))
                .build();
        assertThat(Yaml.of(policy)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: postgres
                spec:
                  podSelector:
                    matchLabels:
                      app: postgres
                  policyTypes:
                  - Ingress
                  ingress:
                  - from:
                    - podSelector:
                        matchLabels:
                          app: shop
                          part: web
                    - podSelector:
                        matchLabels:
                          app: postgres
                    ports:
                    - protocol: TCP
                      port: 5432
                  - from:
                    - podSelector:
                        matchLabels:
                          app: exporter
                      namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: monitoring
                    ports:
                    - protocol: TCP
                      port: 5432
                """);
    }

    @Test
    void egress_can_be_limited_to_blocks_of_addresses_with_exceptions_and_to_ranges_of_ports() {
        var policy = NetworkPolicy.named("postgres-backup")
                .selecting(postgres)
                .egress(NetworkPolicy.allow(
                        NetworkPolicyRule.with(
                                        NetworkPolicyPeer.ipBlock("10.0.0.0/8").except("10.1.0.0/16"))
                                .ports(Port.tcp("https", 443)),
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsInNamespaces(
                                        LabelSelectorRequirement.in("team", "storage", "backup")))
                                .portRange(Port.Protocol.TCP, 9000, 9010),
                        NetworkPolicyRule.with(NetworkPolicyPeer.podsInEveryNamespace())
                                .ports(Port.udp("dns", 53), Port.tcp("dns-tcp", 53))))
                .build();
        assertThat(Yaml.of(policy)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: postgres-backup
                spec:
                  podSelector:
                    matchLabels:
                      app: postgres
                  policyTypes:
                  - Egress
                  egress:
                  - to:
                    - ipBlock:
                        cidr: 10.0.0.0/8
                        except:
                        - 10.1.0.0/16
                    ports:
                    - protocol: TCP
                      port: 443
                  - to:
                    - namespaceSelector:
                        matchExpressions:
                        - key: team
                          operator: In
                          values:
                          - storage
                          - backup
                    ports:
                    - protocol: TCP
                      port: 9000
                      endPort: 9010
                  - to:
                    - namespaceSelector: {}
                    ports:
                    - protocol: UDP
                      port: 53
                    - protocol: TCP
                      port: 53
                """);
    }

    @Test
    void no_traffic_and_all_traffic_are_explicit() {
        var policy = NetworkPolicy.named("closed")
                .selecting(app)
                .ingress(NetworkPolicy.denyAll())
                .egress(NetworkPolicy.allowAll())
                .build();
        assertThat(Yaml.of(policy)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: closed
                spec:
                  podSelector:
                    matchLabels:
                      app: shop
                      part: web
                  policyTypes:
                  - Ingress
                  - Egress
                  egress:
                  - {}
                """);
    }

    @Test
    void a_policy_that_limits_nothing_or_a_port_that_no_container_opens_is_refused() {
        assertRefused(
                () -> NetworkPolicy.named("free").selecting(postgres).build(),
                "NetworkPolicy \"free\" limits no traffic: set the allowed ingress or egress");
        assertRefused(
                () -> NetworkPolicy.named("p")
                        .selecting(postgres)
                        .ingress(NetworkPolicy.allow(
                                NetworkPolicyRule.withAnyone().ports(Port.tcp("redis", 6379))))
                        .build(),
                "NetworkPolicy \"p\": spec.ingress: Invalid value: \"redis\": must be a port that a container of"
                        + " \"postgres\" opens");
        assertRefused(
                () -> NetworkPolicy.allow(NetworkPolicyRule.withAnyone()),
                "NetworkPolicy.allow: a rule with anyone on every port allows everything: use NetworkPolicy.allowAll()");
    }

    @Test
    void invalid_peers_are_refused_when_they_are_created() {
        assertRefused(
                () -> NetworkPolicyPeer.ipBlock("10.0.0.0/8").except("192.168.0.0/24"),
                "NetworkPolicyPeer exception: Invalid value: \"192.168.0.0/24\": must be a smaller block in"
                        + " 10.0.0.0/8");
        assertRefused(
                () -> NetworkPolicyPeer.ipBlock("10.0.0.0/8").except("10.0.0.0/8"),
                "NetworkPolicyPeer exception: Invalid value: \"10.0.0.0/8\": must be a smaller block in 10.0.0.0/8");
        assertRefused(
                () -> NetworkPolicyPeer.podsWith(Map.of()),
                "NetworkPolicyPeer: podSelector: Required value: name a label, or use podsIn(namespace) for all of its"
                        + " pods");
        assertRefused(
                () -> NetworkPolicyRule.withAnyone().portRange(Port.Protocol.TCP, 90, 80),
                "NetworkPolicyRule range: Invalid value: \"90-80\": must ascend within 1 to 65535, inclusive");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
