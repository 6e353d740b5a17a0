package dev.berth.policy;

import dev.berth.workload.PodAmount;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;

/** How many pods a disruption leaves: either how many must stay available, or how many may be unavailable. */
public sealed interface Budget {

    /**
     * At least this many pods stay available. All of them ({@code 100%}) blocks every eviction, and so every drain of a
     * node.
     */
    static Budget minAvailable(PodAmount amount) {
        return new MinAvailable(amount);
    }

    /** At most this many pods may be unavailable. 0 blocks every eviction, and so every drain of a node. */
    static Budget maxUnavailable(PodAmount amount) {
        return new MaxUnavailable(amount);
    }

    /** Adds the budget to the spec of the fabric8 model. */
    void addTo(PodDisruptionBudgetSpecBuilder spec);

    /**
     * How many pods stay available.
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
     * How many pods may be unavailable.
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
