package dev.berth.workload;

/** What a container finds of a claimed volume. */
public enum VolumeMode {
    /** A directory; what Kubernetes takes when nothing is said. */
    FILESYSTEM("Filesystem"),
    /** A raw block device, without a file system. */
    BLOCK("Block");

    private final String value;

    VolumeMode(String value) {
        this.value = value;
    }

    /** The mode as the API takes it. */
    public String value() {
        return value;
    }
}
