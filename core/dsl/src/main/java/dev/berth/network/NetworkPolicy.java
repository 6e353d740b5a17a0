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
 * With whom the pods of a workload may speak. A direction of which no policy says anything is free; what several policies
 * allow adds up. The cluster's network must support it, or nothing is held back.
 *
 * <pre>{@code
 * NetworkPolicy.named("postgres")
 *         .selecting(postgres)
 *         .ingress(Traffic.only(NetworkPolicyRule.with(NetworkPolicyPeer.podsOf(app), NetworkPolicyPeer.podsOf(postgres)).ports(sql)))
 *         .build()
 * }</pre>
 *
 * <p>The types of the policy are derived: a direction that is given is limited. Limited egress needs a rule for DNS too,
 * or the pods find no name. Source of all limits: Kubernetes 1.36, {@code pkg/apis/networking/validation/validation.go},
 * {@code ValidateNetworkPolicySpec}.
 */
@Value.Immutable
@Dsl
public abstract class NetworkPolicy extends NamedManifest {

    NetworkPolicy() {}

    /**
     * Starts a policy.
     *
     * @throws InvalidValueException when the name is no DNS subdomain; Kubernetes 1.36, {@code ValidateNetworkPolicyName}
     */
    public static NetworkPolicyBuildStages.SelectingBuildStage named(String name) {
        return NetworkPolicyBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("NetworkPolicy: metadata.name", name));
    }

    /** The workload whose pods are held to the policy. */
    public abstract SelectablePods selecting();

    /** What reaches the pods. Not limited unless given. */
    public abstract Optional<Traffic> ingress();

    /** What the pods send. Not limited unless given. */
    public abstract Optional<Traffic> egress();

    /** A last change of the policy in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<NetworkPolicyBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("NetworkPolicy");
        String what = "NetworkPolicy \"" + name() + "\"";
        if (ingress().isEmpty() && egress().isEmpty()) {
            throw new InvalidValueException(
                    what + " limits no traffic: say which ingress or which egress it lets through");
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

    private static List<NetworkPolicyRule> rules(Optional<Traffic> traffic) {
        return traffic.map(Traffic::rules).orElse(List.of());
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
