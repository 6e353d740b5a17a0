package dev.berth.config;

/**
 * What a container is promised or may use, as an environment variable. Where nothing is declared, Kubernetes gives what
 * the node has. Source: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code validateContainerResourceFieldSelector}.
 */
public enum ResourceField {
    /** The processor limit in whole cores, rounded up. */
    LIMITS_CPU("limits.cpu"),
    /** The memory limit in bytes. */
    LIMITS_MEMORY("limits.memory"),
    /** The processor request in whole cores, rounded up. */
    REQUESTS_CPU("requests.cpu"),
    /** The memory request in bytes. */
    REQUESTS_MEMORY("requests.memory");

    private final String resource;

    ResourceField(String resource) {
        this.resource = resource;
    }

    /** The resource, as the API takes it. */
    public String resource() {
        return resource;
    }
}
