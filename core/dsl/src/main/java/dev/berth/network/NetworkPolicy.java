package dev.berth.network;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Which traffic the pods of a workload may receive and send. Traffic in a direction that no policy mentions is
 * unrestricted, and the rules of several policies add up. The network plugin of the cluster must support policies;
 * otherwise they have no effect.
 *
 * <pre>{@code
 * var policy = NetworkPolicy.named("postgres")
 *         .selecting(postgres)
 *         .ingress(NetworkPolicy.allow(
 *                 NetworkPolicyRule.with(NetworkPolicyPeer.podsOf(app), NetworkPolicyPeer.podsOf(postgres))
 *                         .ports(sql),
 *                 NetworkPolicyRule.with(NetworkPolicyPeer.podsWith(Map.of("app", "exporter"))
 *                                 .in(monitoring))
 *                         .ports(sql)))
 *         .build();
 * }</pre>
 *
 * <p>A direction that is set becomes one of the {@code policyTypes}. If egress is limited, it needs a rule for DNS too,
 * or the pods cannot resolve names. Source of all limits: Kubernetes 1.36, {@code
 * pkg/apis/networking/validation/validation.go}, {@code ValidateNetworkPolicySpec}.
 */
@Value.Immutable
@Dsl
public abstract class NetworkPolicy extends NamedManifest implements ExtensibleNetworkPolicy {

    NetworkPolicy() {}

    /**
     * Returns a builder for a NetworkPolicy.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code
     *     ValidateNetworkPolicyName}
     */
    public static NetworkPolicyBuildStages.SelectingBuildStage named(String name) {
        return NetworkPolicyBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("NetworkPolicy: metadata.name", name));
    }

    /**
     * Allows the traffic of these rules, and no other.
     *
     * @throws InvalidValueException if one of them allows everything, which makes the others redundant
     */
    public static AllowedTraffic allow(NetworkPolicyRule first, NetworkPolicyRule... more) {
        AllowedTraffic traffic = new AllowedTraffic(OneOrMore.of(first, more));
        if (traffic.rules().contains(NetworkPolicyRule.withAnyone())) {
            throw new InvalidValueException("NetworkPolicy.allow: a rule with anyone on every port allows everything:"
                    + " use NetworkPolicy.allowAll()");
        }
        return traffic;
    }

    /** Allows all traffic, whatever other policies allow. */
    public static AllowedTraffic allowAll() {
        return new AllowedTraffic(List.of(NetworkPolicyRule.withAnyone()));
    }

    /** Allows no traffic. */
    public static AllowedTraffic denyAll() {
        return new AllowedTraffic(List.of());
    }

    /** The workload whose pods the policy applies to. */
    public abstract SelectablePods selecting();

    /** The traffic that the pods may receive. Unrestricted by default. */
    public abstract Optional<AllowedTraffic> ingress();

    /** The traffic that the pods may send. Unrestricted by default. */
    public abstract Optional<AllowedTraffic> egress();

    /** Changes the fabric8 model of the NetworkPolicy, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<NetworkPolicyBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("NetworkPolicy");
        String what = "NetworkPolicy \"" + name() + "\"";
        if (ingress().isEmpty() && egress().isEmpty()) {
            throw new InvalidValueException(what + " limits no traffic: set the allowed ingress or egress");
        }
        ingress().stream()
                .flatMap(traffic -> traffic.rules().stream())
                .flatMap(rule -> rule.ports().stream())
                .forEach(port -> ServicePorts.require(what + ": spec.ingress", selecting(), port));
    }

    @Override
    public HasMetadata toModel() {
        List<String> types = new ArrayList<>();
        ingress().ifPresent(traffic -> types.add("Ingress"));
        egress().ifPresent(traffic -> types.add("Egress"));
        NetworkPolicyBuilder policy = new NetworkPolicyBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(selecting().selector())
                .endPodSelector()
                .withPolicyTypes(types)
                .withIngress(
                        rules(ingress()).stream().map(NetworkPolicy::ingress).toList())
                .withEgress(rules(egress()).stream().map(NetworkPolicy::egress).toList())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(policy).build();
    }

    private static List<NetworkPolicyRule> rules(Optional<AllowedTraffic> traffic) {
        return traffic.map(AllowedTraffic::rules).orElse(List.of());
    }

    private static NetworkPolicyIngressRule ingress(NetworkPolicyRule rule) {
        return new NetworkPolicyIngressRuleBuilder()
                .withFrom(peers(rule))
                .withPorts(rule.portsToModel())
                .build();
    }

    private static NetworkPolicyEgressRule egress(NetworkPolicyRule rule) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(peers(rule))
                .withPorts(rule.portsToModel())
                .build();
    }

    private static List<io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer> peers(NetworkPolicyRule rule) {
        return rule.peers().stream().map(NetworkPolicyPeer::toModel).toList();
    }
}
