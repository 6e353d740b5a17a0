package dev.berth.volumes.pod;

import java.util.Arrays;
import java.util.List;

/**
 * A request or limit of a container that a {@link PodFile} can hold. Source: Kubernetes 1.36, {@code
 * pkg/apis/core/validation/validation.go}, {@code validContainerResourceFieldPathExpressions}.
 */
public enum ContainerResource {
    /** The processor time that the container may use. */
    CPU_LIMIT("limits.cpu", true),
    /** The memory that the container may use. */
    MEMORY_LIMIT("limits.memory", false),
    /** The space of the node's disk that the container may use. */
    EPHEMERAL_STORAGE_LIMIT("limits.ephemeral-storage", false),
    /** The processor time that the container requests. */
    CPU_REQUEST("requests.cpu", true),
    /** The memory that the container requests. */
    MEMORY_REQUEST("requests.memory", false),
    /** The space of the node's disk that the container requests. */
    EPHEMERAL_STORAGE_REQUEST("requests.ephemeral-storage", false);

    private static final List<String> OF_CPU = List.of("1m", "1");
    private static final List<String> OF_BYTES =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private final String value;
    private final boolean cpu;

    ContainerResource(String value, boolean cpu) {
        this.value = value;
        this.cpu = cpu;
    }

    static ContainerResource of(String value) {
        return Arrays.stream(values())
                .filter(resource -> resource.value.equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** The resource as the API takes it. */
    public String value() {
        return value;
    }

    /** The units in which it can be asked for. */
    List<String> divisors() {
        return cpu ? OF_CPU : OF_BYTES;
    }
}
