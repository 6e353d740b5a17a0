package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeploymentBuilder;
import java.util.Optional;

/** How a Deployment replaces its pods when the pod template changes. */
public sealed interface DeploymentStrategy {

    /** Replaces the pods step by step. The numbers of additional and of unavailable pods default to at most 25%. */
    static RollingUpdate rollingUpdate() {
        return new RollingUpdate(Optional.empty(), Optional.empty());
    }

    /** Deletes all pods before it creates new ones, for example for a volume that only one pod can mount. */
    static DeploymentStrategy recreate() {
        return new Recreate();
    }

    /** The strategy as a fabric8 model. */
    io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel();

    /**
     * Replaces pods step by step.
     *
     * @param surge how many pods may run in addition to the replicas; defaults to 25%
     * @param missing how many replicas may be unavailable; defaults to 25%
     */
    record RollingUpdate(Optional<PodAmount> surge, Optional<PodAmount> missing) implements DeploymentStrategy {

        /**
         * Creates a strategy with these limits.
         *
         * @throws InvalidValueException if both are 0, because the rollout could not progress; Kubernetes 1.36, {@code
         *     ValidateRollingUpdateDeployment}
         */
        public RollingUpdate {
            if (surge.filter(PodAmount::isZero).isPresent()
                    && missing.filter(PodAmount::isZero).isPresent()) {
                throw InvalidValueException.of(
                        "DeploymentStrategy maxUnavailable",
                        missing.get(),
                        "must be above zero where maxSurge is zero");
            }
        }

        /**
         * Returns a copy with at most this many pods in addition to the replicas.
         *
         * @throws InvalidValueException if the amount is 0 and {@code maxUnavailable} is 0 too
         */
        public RollingUpdate maxSurge(PodAmount amount) {
            return new RollingUpdate(Optional.of(amount), missing);
        }

        /**
         * Returns a copy with at most this many replicas unavailable.
         *
         * @throws InvalidValueException if the amount is 0 and {@code maxSurge} is 0 too
         */
        public RollingUpdate maxUnavailable(PodAmount amount) {
            return new RollingUpdate(surge, Optional.of(amount));
        }

        @Override
        public io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel() {
            return new DeploymentStrategyBuilder()
                    .withType("RollingUpdate")
                    .withRollingUpdate(
                            surge.isEmpty() && missing.isEmpty()
                                    ? null
                                    : new RollingUpdateDeploymentBuilder()
                                            .withMaxSurge(surge.map(PodAmount::toModel)
                                                    .orElse(null))
                                            .withMaxUnavailable(missing.map(PodAmount::toModel)
                                                    .orElse(null))
                                            .build())
                    .build();
        }
    }

    /** Replaces all pods at once, with downtime. */
    record Recreate() implements DeploymentStrategy {

        @Override
        public io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel() {
            return new DeploymentStrategyBuilder().withType("Recreate").build();
        }
    }
}
