package dev.berth.volumes;

/**
 * What must exist at the path on the node before the volume is mounted. Source: Kubernetes 1.36,
 * {@code pkg/apis/core/validation/validation.go}, {@code supportedHostPathTypes}.
 */
public enum HostPathType {
    /** A directory; if none exists, an empty one is created with mode 0755, owned by the kubelet's user. */
    DIRECTORY_OR_CREATE("DirectoryOrCreate"),
    /** A directory. */
    DIRECTORY("Directory"),
    /** A file; if none exists, an empty one is created with mode 0644. Its directory must exist. */
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

    /** Returns the type as it is written in YAML. */
    public String value() {
        return value;
    }
}
