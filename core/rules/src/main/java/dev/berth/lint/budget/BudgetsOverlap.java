package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Pods;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Two disruption budgets that select the same pods. */
final class BudgetsOverlap extends BudgetRule {

    BudgetsOverlap() {
        super(
                Level.ERROR,
                new Rule("budgets-overlap", "Create", "pkg/registry/core/pod/storage/eviction.go"),
                "The eviction of a pod with two budgets fails with an internal error, so draining a node "
                        + "never ends.",
                "Select each pod by only one budget.");
    }

    /** The first budget of the set for each selection of pods. */
    private record FirstBudgets(IdentityHashMap<Pods, String> names) {

        static FirstBudgets of(ObjectSet set) {
            IdentityHashMap<Pods, String> names = new IdentityHashMap<>();
            Set<List<Object>> known = new HashSet<>();
            set.each(PodDisruptionBudget.class).forEach(one -> BudgetedPods.budgets(one).stream()
                    .filter(budget -> known.add(BudgetedPods.selection(one, budget)))
                    .forEach(budget -> BudgetedPods.of(one, budget)
                            .forEach(pods -> names.putIfAbsent(pods, ObjectSet.name(budget)))));
            return new FirstBudgets(names);
        }

        boolean isOther(Pods pods, PodDisruptionBudget budget) {
            return !ObjectSet.name(budget).equals(names.get(pods));
        }
    }

    @Override
    void check(ObjectSet set, PodDisruptionBudget budget, LintReport report) {
        FirstBudgets first = set.viewOfAll(FirstBudgets.class, FirstBudgets::of);
        List<Pods> shared = BudgetedPods.of(set, budget)
                .filter(pods -> first.isOther(pods, budget))
                .limit(2)
                .toList();
        if (!shared.isEmpty()) {
            Pods one = shared.get(0);
            report.invalid(
                    this,
                    budget,
                    "spec.selector",
                    "PodDisruptionBudget \"" + first.names().get(one) + "\" selects the pods of " + one.kind() + " \""
                            + one.name() + "\" too" + (shared.size() > 1 ? ", and there are more." : "."));
        }
    }
}
