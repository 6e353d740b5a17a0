package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSetBuilder;
import java.util.Optional;

/** How a DaemonSet replaces its pods when the pod template changes. */
public sealed interface DaemonSetUpdateStrategy {

    /** Replaces the pods node by node, one at a time. The default of Kubernetes. */
    static RollingUpdate rollingUpdate() {
        return new RollingUpdate(Optional.empty(), Optional.empty());
    }

    /** Replaces a pod only after someone deletes it. */
    static DaemonSetUpdateStrategy onDelete() {
        return new OnDelete();
    }

    /** The strategy as a fabric8 model. */
    io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy toModel();

    /**
     * Pods are replaced node by node. A pod is either removed before its replacement starts ({@code missing}) or after
     * ({@code surge}), never both: Kubernetes 1.36, {@code ValidateRollingUpdateDaemonSet}.
     *
     * @param missing on how many nodes the pod may be unavailable; defaults to 1
     * @param surge on how many nodes the replacement runs beside the old pod
     */
    record RollingUpdate(Optional<PodAmount> missing, Optional<PodAmount> surge) implements DaemonSetUpdateStrategy {

        /**
         * Removes the old pod first, on at most this many nodes at the same time.
         *
         * @throws InvalidValueException if the amount is 0, because the rollout could not progress
         */
        public DaemonSetUpdateStrategy maxUnavailable(PodAmount amount) {
            return new RollingUpdate(Optional.of(aboveZero("maxUnavailable", amount)), Optional.empty());
        }

        /**
         * Starts the new pod first, on at most this many nodes at the same time. Two pods with the same host port cannot
         * run on a node.
         *
         * @throws InvalidValueException if the amount is 0, because the rollout could not progress
         */
        public DaemonSetUpdateStrategy maxSurge(PodAmount amount) {
            return new RollingUpdate(Optional.empty(), Optional.of(aboveZero("maxSurge", amount)));
        }

        private static PodAmount aboveZero(String what, PodAmount amount) {
            if (amount.isZero()) {
                throw InvalidValueException.of("DaemonSetUpdateStrategy " + what, amount, "must be above zero");
            }
            return amount;
        }

        @Override
        public io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy toModel() {
            RollingUpdateDaemonSetBuilder rolling = new RollingUpdateDaemonSetBuilder();
            missing.ifPresent(amount -> rolling.withMaxUnavailable(amount.toModel()));
            // Without the zero, the server would default maxUnavailable to 1 and refuse the surge.
            surge.ifPresent(amount -> rolling.withMaxSurge(amount.toModel()).withMaxUnavailable(new IntOrString(0)));
            boolean isDefault = missing.isEmpty() && surge.isEmpty();
            return new DaemonSetUpdateStrategyBuilder()
                    .withType("RollingUpdate")
                    .withRollingUpdate(isDefault ? null : rolling.build())
                    .build();
        }
    }

    /** Pods are replaced when someone deletes them. */
    record OnDelete() implements DaemonSetUpdateStrategy {

        @Override
        public io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy toModel() {
            return new DaemonSetUpdateStrategyBuilder().withType("OnDelete").build();
        }
    }
}
