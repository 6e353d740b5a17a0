package dev.berth.workload;

/** How many nodes or pods can mount the volume of a claim at the same time. */
public enum AccessMode {
    /** Read and write, by pods on one node. */
    READ_WRITE_ONCE("ReadWriteOnce"),
    /** Read only, by pods on many nodes. */
    READ_ONLY_MANY("ReadOnlyMany"),
    /** Read and write, by pods on many nodes. Few drivers support it. */
    READ_WRITE_MANY("ReadWriteMany"),
    /**
     * Read and write, by a single pod in the cluster. Requires a CSI driver, and excludes the other modes. Stable in
     * Kubernetes 1.29.
     */
    READ_WRITE_ONCE_POD("ReadWriteOncePod");

    private final String value;

    AccessMode(String value) {
        this.value = value;
    }

    /** The mode as in the API. */
    public String value() {
        return value;
    }
}
