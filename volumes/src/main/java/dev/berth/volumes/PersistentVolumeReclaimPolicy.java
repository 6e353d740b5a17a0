package dev.berth.volumes;

/**
 * What becomes of a volume when its claim is deleted. The third policy of Kubernetes, Recycle, erases the files for the
 * next claim; it is deprecated and left out.
 */
public enum PersistentVolumeReclaimPolicy {
    /** It stays with its data, and no other claim gets it before someone has looked after it. */
    RETAIN("Retain"),
    /** It is deleted, and the disk with all data behind it. */
    DELETE("Delete");

    private final String value;

    PersistentVolumeReclaimPolicy(String value) {
        this.value = value;
    }

    /** The policy as the API takes it. */
    public String value() {
        return value;
    }
}
