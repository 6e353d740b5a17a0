package dev.berth.policy;

import dev.berth.workload.PodAmount;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;
import java.util.Objects;

/**
 * How many pods a disruption leaves. Created by {@link PodDisruptionBudget#minAvailable} or
 * {@link PodDisruptionBudget#maxUnavailable}.
 */
public final class DisruptionLimit {

    private final boolean available;
    private final PodAmount amount;

    DisruptionLimit(boolean available, PodAmount amount) {
        this.available = available;
        this.amount = amount;
    }

    void addTo(PodDisruptionBudgetSpecBuilder spec) {
        if (available) {
            spec.withMinAvailable(amount.toModel());
        } else {
            spec.withMaxUnavailable(amount.toModel());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisruptionLimit that && available == that.available && amount.equals(that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(available, amount);
    }

    @Override
    public String toString() {
        return (available ? "minAvailable " : "maxUnavailable ") + amount;
    }
}
