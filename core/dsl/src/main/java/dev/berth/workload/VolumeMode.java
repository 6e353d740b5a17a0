package dev.berth.workload;

/** What a container gets when it uses a claim. */
public enum VolumeMode {
    /** A directory. The default of Kubernetes. */
    FILESYSTEM("Filesystem"),
    /** A raw block device, without a file system. */
    BLOCK("Block");

    private final String value;

    VolumeMode(String value) {
        this.value = value;
    }

    /** The mode as in the API. */
    public String value() {
        return value;
    }
}
