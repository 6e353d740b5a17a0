package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget without a selector. */
final class BudgetWithoutSelector extends BudgetRule {

    BudgetWithoutSelector() {
        super(
                Level.ERROR,
                new Rule("budget-without-selector", "getPodsForPdb", "pkg/controller/disruption/disruption.go"),
                "It selects no pod, so it protects nothing.",
                "Use the labels of the pods.");
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        if (budget.getSpec().getSelector() == null) {
            report.required(this, budget, "spec.selector", "No selector is set.");
        }
    }
}
