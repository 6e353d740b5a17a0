package dev.berth.workload;

/** Which mounts made below a volume are seen by the other side. */
public enum MountPropagation {
    /** Mounts that the node makes later are seen in the container. */
    HOST_TO_CONTAINER("HostToContainer"),
    /** Both ways; Kubernetes takes it from privileged containers only. */
    BIDIRECTIONAL("Bidirectional");

    private final String value;

    MountPropagation(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
