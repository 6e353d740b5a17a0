package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.jspecify.annotations.Nullable;

/** A network policy that lets in pods by their labels alone. */
public final class PolicyStaysInNamespace extends SetRule {

    /** Makes the rule. */
    public PolicyStaysInNamespace() {
        super(
                Level.WARNING,
                new Rule(
                        "network-policy-stays-in-namespace",
                        "ValidateNetworkPolicyPeer",
                        "pkg/apis/networking/validation/validation.go"),
                "It lets in pods of its own namespace: monitoring and backup that live in another one "
                        + "stay outside.",
                "Add a namespaceSelector for those that come from elsewhere.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (NetworkPolicy policy : set.all(NetworkPolicy.class)) {
            var rules = policy.getSpec() == null ? null : policy.getSpec().getIngress();
            boolean crosses = Workload.orEmpty(rules).stream()
                    .anyMatch(rule -> rule != null
                            && (Workload.orEmpty(rule.getFrom()).isEmpty()
                                    || rule.getFrom().stream().anyMatch(PolicyStaysInNamespace::isElsewhere)));
            for (int i = 0; i < Workload.orEmpty(rules).size() && !crosses; i++) {
                report.invalid(
                        this, policy, "spec.ingress[" + i + "].from", "Only pods of the same namespace are named.");
            }
        }
    }

    private static boolean isElsewhere(@Nullable NetworkPolicyPeer peer) {
        return peer != null && (peer.getNamespaceSelector() != null || peer.getIpBlock() != null);
    }
}
