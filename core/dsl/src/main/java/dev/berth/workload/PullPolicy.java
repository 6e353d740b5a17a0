package dev.berth.workload;

/**
 * When the node pulls an image. Kubernetes defaults to {@link #ALWAYS} for the tag {@code latest}, and to {@link
 * #IF_NOT_PRESENT} for other tags.
 */
public enum PullPolicy {
    /** At each start of a container. Unchanged layers are not pulled again. */
    ALWAYS("Always"),
    /** When the node does not have it. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Never. The node must already have the image. */
    NEVER("Never");

    private final String value;

    PullPolicy(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
