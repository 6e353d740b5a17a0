package dev.berth.config;

/**
 * What a pod knows of itself and gives to its containers as environment variables. Source: Kubernetes 1.36,
 * {@code pkg/apis/core/validation/validation.go}, {@code validEnvDownwardAPIFieldPathExpressions}.
 */
public enum FieldRef {
    /** The pod's name, for a StatefulSet with its ordinal: {@code postgres-0}. */
    NAME("metadata.name"),
    /** The namespace. */
    NAMESPACE("metadata.namespace"),
    /** The unique id, another one for each new pod of the same name. */
    UID("metadata.uid"),
    /** The ordinal of a StatefulSet's pod, by the label that its controller sets; Kubernetes 1.28 and newer. */
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

    /** The path of the field, as the API takes it. */
    public String path() {
        return path;
    }
}
