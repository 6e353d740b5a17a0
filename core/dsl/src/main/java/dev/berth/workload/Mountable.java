package dev.berth.workload;

/**
 * What a container can mount: a {@link Volume} of the pod, or the claim that a {@link ClaimTemplate} creates for the
 * pod.
 */
public sealed interface Mountable permits Volume, ClaimTemplate {

    /** The name of the volume, unique in its pod. */
    String name();

    /**
     * Mounts the whole volume at this path.
     *
     * @throws dev.berth.value.InvalidValueException if the path is not absolute, or has {@code ..} or {@code :}
     */
    default Mount at(String path) {
        return Mount.of(this, path);
    }
}
