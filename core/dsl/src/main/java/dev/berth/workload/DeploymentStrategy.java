package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeploymentBuilder;
import java.util.Optional;

/** What a change of its pods makes a Deployment do. */
public sealed interface DeploymentStrategy {

    /** Replaces the pods step by step, with a quarter more and a quarter fewer pods at the most unless said. */
    static RollingUpdate rollingUpdate() {
        return new RollingUpdate(Optional.empty(), Optional.empty());
    }

    /** Removes all pods, then makes the new ones: for a volume that only one pod may have. */
    static DeploymentStrategy recreate() {
        return new Recreate();
    }

    /** The strategy in the model. */
    io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel();

    /**
     * Step by step.
     *
     * @param surge how many pods there may be beyond the replicas; a quarter unless given
     * @param missing how many of the replicas may be missing; a quarter unless given
     */
    record RollingUpdate(Optional<PodAmount> surge, Optional<PodAmount> missing) implements DeploymentStrategy {

        /**
         * Says the bounds.
         *
         * @throws InvalidValueException when both are 0, for nothing could move then; Kubernetes 1.36, {@code
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
         * The same with so many pods beyond the replicas at the most.
         *
         * @throws InvalidValueException when it is none, and none may be missing
         */
        public RollingUpdate maxSurge(PodAmount amount) {
            return new RollingUpdate(Optional.of(amount), missing);
        }

        /**
         * The same with so many of the replicas missing at the most.
         *
         * @throws InvalidValueException when it is none, and none may be beyond them
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

    /** All at once, with a gap. */
    record Recreate() implements DeploymentStrategy {

        @Override
        public io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel() {
            return new DeploymentStrategyBuilder().withType("Recreate").build();
        }
    }
}
