package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategyBuilder;
import java.util.Optional;

/** What a change of its pods makes a StatefulSet do. */
public sealed interface UpdateStrategy {

    /** Replaces the pods one by one, from the highest ordinal to the lowest: what Kubernetes does unless told. */
    static Rolling rolling() {
        return new Rolling(Optional.empty());
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
     * @param from the lowest ordinal that is replaced
     */
    record Rolling(Optional<Integer> from) implements UpdateStrategy {

        /**
         * The same for the pods of this ordinal and above only; those below stay as they are, even when they are deleted
         * and made anew.
         *
         * @throws InvalidValueException when the ordinal is negative; Kubernetes 1.36, {@code ValidateStatefulSetSpec}
         */
        public Rolling partition(int ordinal) {
            if (ordinal < 0) {
                throw InvalidValueException.of("UpdateStrategy partition", ordinal, "must be at least 0");
            }
            return new Rolling(Optional.of(ordinal));
        }

        @Override
        public StatefulSetUpdateStrategy toModel() {
            return new StatefulSetUpdateStrategyBuilder()
                    .withType("RollingUpdate")
                    .withRollingUpdate(from.map(ordinal -> new RollingUpdateStatefulSetStrategyBuilder()
                                    .withPartition(ordinal)
                                    .build())
                            .orElse(null))
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
