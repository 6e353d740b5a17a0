package dev.berth.volumes;

/**
 * What must be at the path on the node before the volume is mounted. Source: Kubernetes 1.36, {@code
 * pkg/apis/core/validation/validation.go}, {@code supportedHostPathTypes}.
 */
public enum HostPathType {
    /** A directory; if there is nothing, an empty one is made, with mode 0755 and owned by the kubelet's user. */
    DIRECTORY_OR_CREATE("DirectoryOrCreate"),
    /** A directory. */
    DIRECTORY("Directory"),
    /** A file; if there is nothing, an empty one is made, with mode 0644, in a directory that must be there. */
    FILE_OR_CREATE("FileOrCreate"),
    /** A file. */
    FILE("File"),
    /** A Unix socket. */
    SOCKET("Socket"),
    /** A character device. */
    CHARACTER_DEVICE("CharDevice"),
    /** A block device. */
    BLOCK_DEVICE("BlockDevice");

    private final String value;

    HostPathType(String value) {
        this.value = value;
    }

    /** The type as the API takes it. */
    public String value() {
        return value;
    }
}
