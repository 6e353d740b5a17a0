package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategyBuilder;
import java.util.Optional;

/** What a change of its pods makes a StatefulSet do. */
public sealed interface UpdateStrategy {

    /** Replaces the pods one by one, from the highest ordinal to the lowest: what Kubernetes does unless told. */
    static RollingUpdate rollingUpdate() {
        return new RollingUpdate(Optional.empty(), Optional.empty());
    }

    /** Does nothing until someone deletes a pod; the new one is then made as declared. */
    static UpdateStrategy onDelete() {
        return new OnDelete();
    }

    /** The strategy in the model. */
    StatefulSetUpdateStrategy toModel();

    /**
     * Pods are replaced one by one.
     *
     * @param from the lowest ordinal that is replaced; all unless given
     * @param missing how many pods may be missing at the same time; one unless given
     */
    record RollingUpdate(Optional<Integer> from, Optional<PodAmount> missing) implements UpdateStrategy {

        /**
         * The same for the pods of this ordinal and above only; those below stay as they are, even when they are deleted
         * and made anew.
         *
         * @throws InvalidValueException when the ordinal is negative; Kubernetes 1.36, {@code ValidateStatefulSetSpec}
         */
        public RollingUpdate partition(int ordinal) {
            if (ordinal < 0) {
                throw InvalidValueException.of("UpdateStrategy partition", ordinal, "must be at least 0");
            }
            return new RollingUpdate(Optional.of(ordinal), missing);
        }

        /**
         * The same with so many pods at the same time. Alpha in Kubernetes 1.24, off by default in 1.36: a server without
         * the feature gate {@code MaxUnavailableStatefulSet} drops it in silence and replaces the pods one by one.
         *
         * @throws InvalidValueException when it is no pod; Kubernetes 1.36, {@code ValidateStatefulSetSpec}
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
