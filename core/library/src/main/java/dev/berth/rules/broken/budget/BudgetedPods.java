package dev.berth.rules.broken.budget;

import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Workload;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;

/** The pods that a disruption budget protects. */
final class BudgetedPods {

    private BudgetedPods() {}

    static List<PodDisruptionBudget> budgets(ObjectSet set) {
        return set.all(PodDisruptionBudget.class).stream()
                .filter(budget -> budget.getSpec() != null)
                .toList();
    }

    /** The workloads of its namespace that keep pods running which it selects. */
    static List<Workload> of(ObjectSet set, PodDisruptionBudget budget) {
        LabelSelector selector = budget.getSpec().getSelector();
        return selector == null
                ? List.of()
                : set.workloadsWith(ObjectSet.namespace(budget), selector.getMatchLabels()).stream()
                        .filter(workload -> (workload.isController() || workload.object() instanceof Pod)
                                && LabelSelectors.matches(
                                        selector, workload.pod().labels()))
                        .toList();
    }
}
