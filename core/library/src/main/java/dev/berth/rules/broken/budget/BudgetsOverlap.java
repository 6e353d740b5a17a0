package dev.berth.rules.broken.budget;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.IdentityHashMap;

/** Two disruption budgets that select the same pods. */
public final class BudgetsOverlap extends SetRule {

    /** Makes the rule. */
    public BudgetsOverlap() {
        super(
                Severity.BROKEN,
                new Rule("budgets-overlap", "Create", "pkg/registry/core/pod/storage/eviction.go"),
                "The eviction of a pod with two budgets fails with an internal error, so draining a node "
                        + "never ends.",
                "Let each pod have one budget.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        IdentityHashMap<HasMetadata, PodDisruptionBudget> first = new IdentityHashMap<>();
        for (PodDisruptionBudget budget : BudgetedPods.budgets(set)) {
            for (Workload workload : BudgetedPods.of(set, budget)) {
                PodDisruptionBudget other = first.putIfAbsent(workload.object(), budget);
                if (other != null) {
                    report.invalid(
                            this,
                            budget,
                            "spec.selector",
                            "PodDisruptionBudget \"" + ObjectSet.name(other) + "\" selects the pods of "
                                    + workload.object().getKind() + " \"" + ObjectSet.name(workload.object())
                                    + "\" too.");
                }
            }
        }
    }
}
