package dev.berth.workload;

/**
 * The order in which the pods of a StatefulSet are created and deleted when it is scaled. It does not affect updates.
 */
public enum PodManagementPolicy {
    /** One after the other, each when those before it are ready. The default of Kubernetes. */
    ORDERED_READY("OrderedReady"),
    /** All at once. */
    PARALLEL("Parallel");

    private final String value;

    PodManagementPolicy(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
