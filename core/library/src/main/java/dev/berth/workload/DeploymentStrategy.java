package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;

/** What a change of its pods makes a Deployment do. */
public sealed interface DeploymentStrategy {

    /** Replaces the pods step by step, with a quarter more and a quarter fewer pods at the most. */
    static DeploymentStrategy rolling() {
        return new Rolling();
    }

    /**
     * Replaces the pods step by step.
     *
     * @param maxSurge how many pods there may be beyond the replicas
     * @param maxUnavailable how many of the replicas may be missing
     * @throws InvalidValueException when one is negative, or both are 0: nothing could move then
     */
    static DeploymentStrategy rolling(int maxSurge, int maxUnavailable) {
        return new Bounded(maxSurge, maxUnavailable);
    }

    /** Removes all pods, then makes the new ones: for a volume that only one pod may have. */
    static DeploymentStrategy recreate() {
        return new Recreate();
    }

    /** The strategy in the model. */
    io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel();

    /** Step by step, with the bounds of Kubernetes. */
    record Rolling() implements DeploymentStrategy {

        @Override
        public io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel() {
            return new DeploymentStrategyBuilder().withType("RollingUpdate").build();
        }
    }

    /**
     * Step by step.
     *
     * @param maxSurge how many pods there may be beyond the replicas
     * @param maxUnavailable how many of the replicas may be missing
     */
    record Bounded(int maxSurge, int maxUnavailable) implements DeploymentStrategy {

        /**
         * Says the bounds.
         *
         * @throws InvalidValueException when one is negative, or both are 0
         */
        public Bounded {
            if (maxSurge < 0 || maxUnavailable < 0) {
                throw InvalidValueException.of(
                        "DeploymentStrategy", Math.min(maxSurge, maxUnavailable), "must be at least 0");
            }
            if (maxSurge == 0 && maxUnavailable == 0) {
                throw new InvalidValueException(
                        "DeploymentStrategy: maxUnavailable: Invalid value: 0: must be at least 1 where maxSurge is 0");
            }
        }

        @Override
        public io.fabric8.kubernetes.api.model.apps.DeploymentStrategy toModel() {
            return new DeploymentStrategyBuilder()
                    .withType("RollingUpdate")
                    .withNewRollingUpdate()
                    .withMaxSurge(new IntOrString(maxSurge))
                    .withMaxUnavailable(new IntOrString(maxUnavailable))
                    .endRollingUpdate()
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
