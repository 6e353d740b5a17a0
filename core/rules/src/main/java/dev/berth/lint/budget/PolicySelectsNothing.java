package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;

/** A network policy whose selector matches no pod in the set, although the set has pods in its namespace. */
final class PolicySelectsNothing extends ObjectRule<NetworkPolicy> {

    PolicySelectsNothing() {
        super(
                NetworkPolicy.class,
                Level.WARNING,
                new Rule(
                        "network-policy-selects-nothing",
                        "ValidateNetworkPolicySpec",
                        "pkg/apis/networking/validation/validation.go"),
                "If the cluster has no such pod either, the policy protects nothing: the pods stay open to everyone.",
                "Make its podSelector match the labels of the pods.");
    }

    @Override
    protected void check(ObjectSet set, NetworkPolicy policy, LintReport report) {
        LabelSelector selector =
                policy.getSpec() == null ? null : policy.getSpec().getPodSelector();
        String namespace = ObjectSet.namespace(policy);
        if (selector != null
                && !LabelSelectors.selectsEverything(selector)
                && !set.pods().areUnknownIn(namespace)
                && set.pods().areIn(namespace)
                && set.pods().with(policy, namespace, selector).isEmpty()) {
            report(set, policy, namespace, report);
        }
    }

    private void report(ObjectSet set, NetworkPolicy policy, String namespace, LintReport report) {
        String detail = "No pod in the set has these labels";
        Optional<String> maker =
                set.describesCluster() ? Optional.empty() : set.pods().maker(namespace);
        if (maker.isPresent()) {
            report.note(this, policy, "spec.podSelector", detail + "; " + maker.get() + " may start such pods.");
        } else {
            report.invalid(this, policy, "spec.podSelector", detail + ".");
        }
    }
}
