package dev.berth.lint.budget;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Pods;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The pods that a disruption budget protects. */
final class BudgetedPods {

    private BudgetedPods() {}

    static List<PodDisruptionBudget> budgets(ObjectSet set) {
        return set.all(PodDisruptionBudget.class).stream()
                .filter(budget -> budget.getSpec() != null)
                .toList();
    }

    /**
     * The number of pods that each selector selects and that a controller keeps running: many budgets may have the same
     * selector.
     */
    private record Replicas(Map<List<Object>, Integer> bySelector) {}

    /** Returns how many pods of its namespace it selects that a controller keeps running. */
    static int replicas(ObjectSet set, PodDisruptionBudget budget) {
        return set.viewOfAll(Replicas.class, any -> new Replicas(new ConcurrentHashMap<>()))
                .bySelector()
                .computeIfAbsent(
                        selection(set, budget),
                        any -> of(set, budget).mapToInt(Pods::replicas).sum());
    }

    /** Returns a key that is equal for budgets that select the same pods. */
    static List<Object> selection(ObjectSet set, PodDisruptionBudget budget) {
        LabelSelector selector = budget.getSpec().getSelector();
        return selector == null ? List.of() : List.of(ObjectSet.namespace(budget), selector, set.fileOf(budget));
    }

    /** Returns the pods of its namespace that it selects and that a controller keeps running. */
    static Stream<Pods> of(ObjectSet set, PodDisruptionBudget budget) {
        LabelSelector selector = budget.getSpec().getSelector();
        return selector == null
                ? Stream.empty()
                : set.pods().with(budget, ObjectSet.namespace(budget), selector).stream()
                        .filter(Pods::kept);
    }
}
