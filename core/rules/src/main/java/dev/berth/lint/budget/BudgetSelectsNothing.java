package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.UnknownPods;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A disruption budget whose selector matches no pod in the set. */
final class BudgetSelectsNothing extends BudgetRule {

    BudgetSelectsNothing() {
        super(
                Level.ERROR,
                new Rule("budget-selects-nothing", "getPodsForPdb", "pkg/controller/disruption/disruption.go"),
                "It protects nothing.",
                "Make its selector match the labels of the pods.");
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        LabelSelector selector = budget.getSpec().getSelector();
        if (selector != null
                && !LabelSelectors.selectsEverything(selector)
                && BudgetedPods.of(set, budget).findAny().isEmpty()
                && !set.pods().areUnknownIn(ObjectSet.namespace(budget))) {
            UnknownPods.report(this, set, budget, "No pod in the set has these labels", report);
        }
    }
}
