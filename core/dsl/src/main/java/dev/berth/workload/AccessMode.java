package dev.berth.workload;

/** From where the volume of a claim can be mounted at the same time. */
public enum AccessMode {
    /** By pods of one node, to read and write. */
    READ_WRITE_ONCE("ReadWriteOnce"),
    /** By pods of many nodes, to read. */
    READ_ONLY_MANY("ReadOnlyMany"),
    /** By pods of many nodes, to read and write; few drivers can. */
    READ_WRITE_MANY("ReadWriteMany"),
    /** By one pod of the whole cluster; a CSI driver and Kubernetes 1.29 or newer. It excludes the others. */
    READ_WRITE_ONCE_POD("ReadWriteOncePod");

    private final String value;

    AccessMode(String value) {
        this.value = value;
    }

    /** The mode as the API takes it. */
    public String value() {
        return value;
    }
}
