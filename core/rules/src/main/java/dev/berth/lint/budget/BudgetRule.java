package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** A rule about one disruption budget. */
abstract class BudgetRule extends SetRule {

    BudgetRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (PodDisruptionBudget budget : BudgetedPods.budgets(set)) {
            check(set, budget, report);
        }
    }

    /** Checks one budget, which has a spec. */
    abstract void check(ObjectSet set, PodDisruptionBudget budget, LintReport report);
}
