package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget with an empty selector. */
final class BudgetSelectsEverything extends BudgetRule {

    BudgetSelectsEverything() {
        super(
                Level.WARNING,
                new Rule("budget-selects-everything", "getPodsForPdb", "pkg/controller/disruption/disruption.go"),
                "It selects every pod of the namespace, also those that come later.",
                "Use the labels of the pods.");
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        LabelSelector selector = budget.getSpec().getSelector();
        if (selector != null && LabelSelectors.selectsEverything(selector)) {
            report.invalid(this, budget, "spec.selector", "The selector is empty.");
        }
    }
}
