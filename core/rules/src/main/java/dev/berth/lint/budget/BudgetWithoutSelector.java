package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget without a selector. */
final class BudgetWithoutSelector extends SetRule {

    BudgetWithoutSelector() {
        super(
                Level.ERROR,
                new Rule("budget-without-selector", "getPodsForPdb", "pkg/controller/disruption/disruption.go"),
                "It selects no pod, so it protects nothing.",
                "Use the labels of the pods.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodDisruptionBudget budget : BudgetedPods.budgets(set)) {
            if (budget.getSpec().getSelector() == null) {
                report.required(this, budget, "spec.selector", "No selector is set.");
            }
        }
    }
}
