package dev.berth.rules.broken.budget;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A network policy for some pods that lets nothing in. */
public final class PolicyDeniesAll extends SetRule {

    /** Makes the rule. */
    public PolicyDeniesAll() {
        super(
                Severity.RISK,
                new Rule(
                        "network-policy-denies-all",
                        "ValidateNetworkPolicySpec",
                        "pkg/apis/networking/validation/validation.go"),
                "Nobody reaches the pods, not even their own replicas.",
                "Add the rules that they need, beginning with the pods of the same set.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (NetworkPolicy policy : set.all(NetworkPolicy.class)) {
            NetworkPolicySpec spec = policy.getSpec();
            if (spec != null
                    && spec.getPodSelector() != null
                    && !LabelSelectors.selectsEverything(spec.getPodSelector())
                    && isForIngress(spec)
                    && Workload.orEmpty(spec.getIngress()).isEmpty()
                    && !set.viewOfAll(Openings.class, Openings::of).isFor(policy)) {
                report.required(this, policy, "spec.ingress", "There is no rule.");
            }
        }
    }

    private static boolean isForIngress(NetworkPolicySpec spec) {
        List<String> types = Workload.orEmpty(spec.getPolicyTypes());
        return types.isEmpty() || types.contains("Ingress");
    }

    /** Policies add up: what one does not let in, another one for the same pods may. */
    private record Openings(Map<String, Set<LabelSelector>> byNamespace) {

        static Openings of(ObjectSet set) {
            Map<String, Set<LabelSelector>> openings = new HashMap<>();
            set.everywhere(NetworkPolicy.class)
                    .filter(policy -> policy.getSpec() != null
                            && !Workload.orEmpty(policy.getSpec().getIngress()).isEmpty())
                    .forEach(policy -> openings.computeIfAbsent(ObjectSet.namespace(policy), any -> new HashSet<>())
                            .add(Objects.requireNonNullElse(policy.getSpec().getPodSelector(), new LabelSelector())));
            return new Openings(openings);
        }

        boolean isFor(NetworkPolicy policy) {
            Set<LabelSelector> here = byNamespace.getOrDefault(ObjectSet.namespace(policy), Set.of());
            return here.contains(policy.getSpec().getPodSelector())
                    || here.stream().anyMatch(LabelSelectors::selectsEverything);
        }
    }
}
