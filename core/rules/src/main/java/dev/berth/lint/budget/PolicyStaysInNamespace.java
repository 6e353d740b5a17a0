package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.jspecify.annotations.Nullable;

/** A network policy that allows ingress only by pod labels. */
final class PolicyStaysInNamespace extends ObjectRule<NetworkPolicy> {

    PolicyStaysInNamespace() {
        super(
                NetworkPolicy.class,
                Level.WARNING,
                new Rule(
                        "network-policy-stays-in-namespace",
                        "ValidateNetworkPolicyPeer",
                        "pkg/apis/networking/validation/validation.go"),
                "It only allows pods of its own namespace: monitoring and backup in another namespace are blocked.",
                "Add a namespaceSelector for pods in other namespaces.");
    }

    @Override
    protected void check(ObjectSet set, NetworkPolicy policy, LintReport report) {
        var rules = policy.getSpec() == null ? null : policy.getSpec().getIngress();
        boolean crosses = PodOwner.orEmpty(rules).stream()
                .anyMatch(rule -> rule != null
                        && (PodOwner.orEmpty(rule.getFrom()).isEmpty()
                                || rule.getFrom().stream().anyMatch(PolicyStaysInNamespace::isElsewhere)));
        for (int i = 0; i < PodOwner.orEmpty(rules).size() && !crosses; i++) {
            report.invalid(this, policy, "spec.ingress[" + i + "].from", "It only selects pods of the same namespace.");
        }
    }

    private static boolean isElsewhere(@Nullable NetworkPolicyPeer peer) {
        return peer != null && (peer.getNamespaceSelector() != null || peer.getIpBlock() != null);
    }
}
