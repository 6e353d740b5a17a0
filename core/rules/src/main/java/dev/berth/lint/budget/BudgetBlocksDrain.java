package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget for pods in the set that does not say what happens to pods that are not ready. */
final class BudgetBlocksDrain extends BudgetRule {

    BudgetBlocksDrain() {
        super(
                Level.WARNING,
                new Rule("budget-blocks-drain", "canIgnorePDB", "pkg/registry/core/pod/storage/eviction.go"),
                "The policy defaults to IfHealthyBudget: if more pods are unhealthy than the budget allows, none of them can"
                        + " be evicted, and draining a node never ends.",
                "Set unhealthyPodEvictionPolicy: AlwaysAllow, or IfHealthyBudget if that is intended.");
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        if (budget.getSpec().getUnhealthyPodEvictionPolicy() == null && BudgetedPods.replicas(set, budget) > 0) {
            report.required(this, budget, "spec.unhealthyPodEvictionPolicy", "No policy is set.");
        }
    }
}
