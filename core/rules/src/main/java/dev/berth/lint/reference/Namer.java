package dev.berth.lint.reference;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Who names a missing object, which decides what happens in the cluster. */
enum Namer {
    /** A pod, a claim, a volume, or any other object without a constant of its own. */
    OTHER,
    /** An Ingress. */
    INGRESS,
    /** A RoleBinding or a ClusterRoleBinding. */
    BINDING,
    /** A HorizontalPodAutoscaler. */
    AUTOSCALER,
    /** A VolumeSnapshot. */
    SNAPSHOT,
    /** An HTTPRoute. */
    ROUTE,
    /** Another custom resource. */
    CUSTOM_RESOURCE;

    static Namer of(HasMetadata object) {
        return switch (object.getKind()) {
            case "Ingress" -> INGRESS;
            case "RoleBinding", "ClusterRoleBinding" -> BINDING;
            case "HorizontalPodAutoscaler" -> AUTOSCALER;
            case "VolumeSnapshot" -> SNAPSHOT;
            case "HTTPRoute" -> ROUTE;
            default -> object instanceof GenericKubernetesResource ? CUSTOM_RESOURCE : OTHER;
        };
    }
}
