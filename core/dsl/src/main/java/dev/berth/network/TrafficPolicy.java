package dev.berth.network;

/** Which pods receive the traffic that reaches a node. */
public enum TrafficPolicy {
    /** The pods of all nodes. The default of Kubernetes. The address of the client may be hidden from the pod. */
    CLUSTER("Cluster"),
    /** Only the pods of the same node, which see the address of the client. A node without such a pod drops it. */
    LOCAL("Local");

    private final String value;

    TrafficPolicy(String value) {
        this.value = value;
    }

    /** The policy as in the API. */
    String value() {
        return value;
    }
}
