package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A network policy for some pods that allows no ingress. */
final class PolicyDeniesAll extends ObjectRule<NetworkPolicy> {

    PolicyDeniesAll() {
        super(
                NetworkPolicy.class,
                Level.WARNING,
                new Rule(
                        "network-policy-denies-all",
                        "ValidateNetworkPolicySpec",
                        "pkg/apis/networking/validation/validation.go"),
                "Nothing can reach the pods, not even their own replicas.",
                "Add the rules that they need, starting with the pods of the same set.");
    }

    @Override
    protected void check(ObjectSet set, NetworkPolicy policy, LintReport report) {
        NetworkPolicySpec spec = policy.getSpec();
        if (spec != null
                && spec.getPodSelector() != null
                && !LabelSelectors.selectsEverything(spec.getPodSelector())
                && isForIngress(spec)
                && PodOwner.orEmpty(spec.getIngress()).isEmpty()
                && !set.viewOfAll(Openings.class, Openings::of).isFor(policy)) {
            report.required(this, policy, "spec.ingress", "There is no rule.");
        }
    }

    private static boolean isForIngress(NetworkPolicySpec spec) {
        List<String> types = PodOwner.orEmpty(spec.getPolicyTypes());
        return types.isEmpty() || types.contains("Ingress");
    }

    /** Policies add up: what one does not allow, another one for the same pods may allow. */
    private record Openings(Set<List<Object>> selections) {

        static Openings of(ObjectSet set) {
            return new Openings(set.everywhere(NetworkPolicy.class)
                    .filter(policy -> policy.getSpec() != null
                            && !PodOwner.orEmpty(policy.getSpec().getIngress()).isEmpty())
                    .map(policy -> selection(policy, policy.getSpec().getPodSelector()))
                    .collect(Collectors.toSet()));
        }

        /** All selectors that select everything count as one. */
        private static List<Object> selection(NetworkPolicy policy, @Nullable LabelSelector selector) {
            boolean everything = selector == null || LabelSelectors.selectsEverything(selector);
            return List.of(ObjectSet.namespace(policy), everything ? "everything" : selector);
        }

        boolean isFor(NetworkPolicy policy) {
            return selections.contains(selection(policy, policy.getSpec().getPodSelector()))
                    || selections.contains(selection(policy, null));
        }
    }
}
