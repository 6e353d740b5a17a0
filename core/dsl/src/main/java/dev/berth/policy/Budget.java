package dev.berth.policy;

import dev.berth.workload.PodAmount;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;

/** How many pods a disruption leaves: those that stay, or those that may be missing. One of the two, never both. */
public sealed interface Budget {

    /** So many pods stay at the least. All of them ({@code 100%}) block every eviction, and so every drain of a node. */
    static Budget minAvailable(PodAmount amount) {
        return new MinAvailable(amount);
    }

    /** So many pods may be missing at the most. None of them blocks every eviction, and so every drain of a node. */
    static Budget maxUnavailable(PodAmount amount) {
        return new MaxUnavailable(amount);
    }

    /** Adds the budget to the spec in the model. */
    void addTo(PodDisruptionBudgetSpecBuilder spec);

    /**
     * Pods that stay.
     *
     * @param amount how many
     */
    record MinAvailable(PodAmount amount) implements Budget {

        @Override
        public void addTo(PodDisruptionBudgetSpecBuilder spec) {
            spec.withMinAvailable(amount.toModel());
        }
    }

    /**
     * Pods that may be missing.
     *
     * @param amount how many
     */
    record MaxUnavailable(PodAmount amount) implements Budget {

        @Override
        public void addTo(PodDisruptionBudgetSpecBuilder spec) {
            spec.withMaxUnavailable(amount.toModel());
        }
    }
}
