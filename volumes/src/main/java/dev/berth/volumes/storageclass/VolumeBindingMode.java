package dev.berth.volumes.storageclass;

/** When a claim is bound to a volume or a volume is provisioned for it. */
public enum VolumeBindingMode {
    /** Immediately. If volumes belong to a zone or a node, the pod may not be able to run there. */
    IMMEDIATE("Immediate"),
    /** When a pod uses the claim, in a zone and on a node where the pod can run. */
    WAIT_FOR_FIRST_CONSUMER("WaitForFirstConsumer");

    private final String value;

    VolumeBindingMode(String value) {
        this.value = value;
    }

    /** Returns the mode as it is written in YAML. */
    public String value() {
        return value;
    }
}
