package dev.berth.workload;

/** When a node fetches an image. Kubernetes always fetches the tag {@code latest}, and others when they are absent. */
public enum PullPolicy {
    /** At each start of a container; unchanged layers are not fetched again. */
    ALWAYS("Always"),
    /** When the node does not have it. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** At no time: the node must have it. */
    NEVER("Never");

    private final String value;

    PullPolicy(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
