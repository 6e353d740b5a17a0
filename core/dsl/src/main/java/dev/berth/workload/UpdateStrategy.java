package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategyBuilder;
import java.util.Optional;

/** How a StatefulSet replaces its pods when the pod template changes. */
public sealed interface UpdateStrategy {

    /** Replaces the pods one by one, from the highest ordinal to the lowest. The default of Kubernetes. */
    static RollingUpdate rollingUpdate() {
        return new RollingUpdate(Optional.empty(), Optional.empty());
    }

    /** Replaces a pod only after someone deletes it. */
    static UpdateStrategy onDelete() {
        return new OnDelete();
    }

    /** The strategy as a fabric8 model. */
    StatefulSetUpdateStrategy toModel();

    /**
     * Pods are replaced one by one.
     *
     * @param from the lowest ordinal that is replaced; defaults to 0
     * @param missing how many pods may be unavailable at the same time; defaults to 1
     */
    record RollingUpdate(Optional<Integer> from, Optional<PodAmount> missing) implements UpdateStrategy {

        /**
         * Returns a copy that replaces only the pods with this ordinal or a higher one. Pods with a lower ordinal keep
         * the old template, even if they are deleted and recreated.
         *
         * @throws InvalidValueException if the ordinal is negative; Kubernetes 1.36, {@code ValidateStatefulSetSpec}
         */
        public RollingUpdate partition(int ordinal) {
            if (ordinal < 0) {
                throw InvalidValueException.of("UpdateStrategy partition", ordinal, "must be at least 0");
            }
            return new RollingUpdate(Optional.of(ordinal), missing);
        }

        /**
         * Returns a copy that replaces this many pods at the same time. Alpha in Kubernetes 1.24, off by default in
         * 1.36. Without the feature gate {@code MaxUnavailableStatefulSet}, the API server silently drops the field,
         * and the pods are replaced one by one.
         *
         * @throws InvalidValueException if the amount is 0; Kubernetes 1.36, {@code ValidateStatefulSetSpec}
         */
        public RollingUpdate maxUnavailable(PodAmount amount) {
            if (amount.isZero()) {
                throw InvalidValueException.of("UpdateStrategy maxUnavailable", amount, "must be above zero");
            }
            return new RollingUpdate(from, Optional.of(amount));
        }

        @Override
        public StatefulSetUpdateStrategy toModel() {
            return new StatefulSetUpdateStrategyBuilder()
                    .withType("RollingUpdate")
                    .withRollingUpdate(
                            from.isEmpty() && missing.isEmpty()
                                    ? null
                                    : new RollingUpdateStatefulSetStrategyBuilder()
                                            .withPartition(from.orElse(null))
                                            .withMaxUnavailable(missing.map(PodAmount::toModel)
                                                    .orElse(null))
                                            .build())
                    .build();
        }
    }

    /** Pods are replaced when someone deletes them. */
    record OnDelete() implements UpdateStrategy {

        @Override
        public StatefulSetUpdateStrategy toModel() {
            return new StatefulSetUpdateStrategyBuilder().withType("OnDelete").build();
        }
    }
}
