package dev.berth.volumes;

/** What happens to a volume when its claim is deleted. The policy Recycle is deprecated and not supported here. */
public enum PersistentVolumeReclaimPolicy {
    /** The volume keeps its data. No other claim can bind to it until an administrator reclaims it. */
    RETAIN("Retain"),
    /** The volume is deleted together with the disk and all its data. */
    DELETE("Delete");

    private final String value;

    PersistentVolumeReclaimPolicy(String value) {
        this.value = value;
    }

    /** Returns the policy as it is written in YAML. */
    public String value() {
        return value;
    }
}
