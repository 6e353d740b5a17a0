package dev.berth.config;

/**
 * A request or a limit of a container, as the value of an environment variable or as a file: {@code resourceFieldRef}.
 * Without a declared limit, the value is what the node can allocate.
 *
 * <p>Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code validContainerResourceFieldPathExpressions}.
 */
public enum ResourceFieldRef {
    /** The CPU limit in whole cores, rounded up. */
    LIMITS_CPU("limits.cpu"),
    /** The memory limit in bytes. */
    LIMITS_MEMORY("limits.memory"),
    /** The limit of local ephemeral storage in bytes. */
    LIMITS_EPHEMERAL_STORAGE("limits.ephemeral-storage"),
    /** The CPU request in whole cores, rounded up. */
    REQUESTS_CPU("requests.cpu"),
    /** The memory request in bytes. */
    REQUESTS_MEMORY("requests.memory"),
    /** The request of local ephemeral storage in bytes. */
    REQUESTS_EPHEMERAL_STORAGE("requests.ephemeral-storage");

    private final String resource;

    ResourceFieldRef(String resource) {
        this.resource = resource;
    }

    /** The resource as the API spells it. */
    public String resource() {
        return resource;
    }
}
