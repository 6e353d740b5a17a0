package dev.berth.config;

/**
 * A field of the pod that its containers read as an environment variable. Source: Kubernetes 1.36,
 * {@code pkg/apis/core/validation/validation.go}, {@code validEnvDownwardAPIFieldPathExpressions}.
 */
public enum FieldRef {
    /** The pod's name, for a StatefulSet with its ordinal: {@code postgres-0}. */
    NAME("metadata.name"),
    /** The namespace. */
    NAMESPACE("metadata.namespace"),
    /** The unique ID. A recreated pod has another one. */
    UID("metadata.uid"),
    /** The ordinal of a StatefulSet pod, from the label that the controller sets; Kubernetes 1.28 and newer. */
    POD_INDEX("metadata.labels['apps.kubernetes.io/pod-index']"),
    /** The name of the node. */
    NODE_NAME("spec.nodeName"),
    /** The name of the service account. */
    SERVICE_ACCOUNT_NAME("spec.serviceAccountName"),
    /** The node's address. */
    HOST_IP("status.hostIP"),
    /** The pod's address. */
    POD_IP("status.podIP");

    private final String path;

    FieldRef(String path) {
        this.path = path;
    }

    /** The path of the field, as in the API. */
    public String path() {
        return path;
    }
}
