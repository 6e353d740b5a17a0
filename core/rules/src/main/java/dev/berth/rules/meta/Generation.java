package dev.berth.rules.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;

/**
 * The generation of an object, which the server counts itself. What a manifest states is only checked for the kinds whose
 * {@code PrepareForCreate} in {@code pkg/registry} does not set it to 1, and never on an update.
 */
public final class Generation {
    private static final Set<String> COUNTED = Set.of(
            "CronJob",
            "DaemonSet",
            "Deployment",
            "EndpointSlice",
            "Ingress",
            "IngressClass",
            "Job",
            "NetworkPolicy",
            "Pod",
            "PodDisruptionBudget",
            "PriorityClass",
            "ReplicaSet",
            "StatefulSet");

    private Generation() {}

    /** Removes the generation if the server replaces it before it checks the object. */
    public static void drop(HasMetadata object, boolean again) {
        if (object.getMetadata() != null && (again || COUNTED.contains(object.getKind()))) {
            object.getMetadata().setGeneration(null);
        }
    }
}
