package dev.berth.workload;

/** What starts before the containers of a pod, in order: an {@link InitContainer} or a {@link Sidecar}. */
public sealed interface AnyInitContainer permits InitContainer, Sidecar {

    /** The name, unique in its pod. */
    String name();
}
