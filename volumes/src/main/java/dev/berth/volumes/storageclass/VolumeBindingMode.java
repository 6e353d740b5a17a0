package dev.berth.volumes.storageclass;

/** When a claim of a class is bound to a volume, or gets one made. */
public enum VolumeBindingMode {
    /** At once: where volumes belong to a zone or a node, the pod may then not be able to run there. */
    IMMEDIATE("Immediate"),
    /** When a pod uses the claim, in the zone and on the node where the pod can run. */
    WAIT_FOR_FIRST_CONSUMER("WaitForFirstConsumer");

    private final String value;

    VolumeBindingMode(String value) {
        this.value = value;
    }

    /** The mode as the API takes it. */
    public String value() {
        return value;
    }
}
