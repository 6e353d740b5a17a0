package dev.berth.lint.budget;

import dev.berth.lint.rule.SetRule;
import java.util.List;

/** The rules about budgets, quotas, autoscalers, network policies and jobs, in the order in which they report. */
public final class BudgetLintRules {

    private BudgetLintRules() {}

    /** Returns one rule of each kind. */
    public static List<SetRule> all() {
        return List.of(
                new BudgetNeverAllows(),
                new BudgetWithoutSelector(),
                new BudgetSelectsEverything(),
                new BudgetSelectsNothing(),
                new BudgetsOverlap(),
                new BudgetBlocksDrain(),
                new PolicyDeniesAll(),
                new PolicyStaysInNamespace(),
                new PolicySelectsNothing(),
                new ScheduleNeverFires(),
                new JobsOverlap(),
                new AutoscalerWithoutRequests(),
                new AutoscaledReplicas(),
                new QuotaNeedsResources(),
                new PodsOverQuota(),
                new ContainerOutsideLimitRange());
    }
}
