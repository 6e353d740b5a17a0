package dev.berth.workload;

/** In which order the pods of a StatefulSet are made and removed when it is scaled. Updates go one by one in both. */
public enum PodManagementPolicy {
    /** One after the other, each when those before it are ready: what Kubernetes does unless told. */
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
