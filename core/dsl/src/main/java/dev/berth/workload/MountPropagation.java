package dev.berth.workload;

/** How mounts below a volume are shared between the node and the container. */
public enum MountPropagation {
    /** Later mounts on the node appear in the container. */
    HOST_TO_CONTAINER("HostToContainer"),
    /** Later mounts appear on both sides. Kubernetes accepts this for privileged containers only. */
    BIDIRECTIONAL("Bidirectional");

    private final String value;

    MountPropagation(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
