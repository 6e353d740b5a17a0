package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields that the server removes from a Service that changes its type: those that the new type does not use and
 * that are unchanged. The server may have set them itself.
 *
 * <p>Mirrors {@code dropTypeDependentFields} of {@code pkg/registry/core/service/strategy.go} (Kubernetes 1.36).
 */
public final class ServiceTypeChange {
    private ServiceTypeChange() {}

    /** Returns the new object without the fields that the server drops; unchanged if there are none. */
    public static JsonNode settled(JsonNode live, JsonNode now) {
        if (!now.path("kind").asText().equals("Service") || !(now.path("spec") instanceof ObjectNode)) {
            return now;
        }
        JsonNode copy = now.deepCopy();
        JsonNode old = live.path("spec");
        ObjectNode spec = (ObjectNode) copy.path("spec");
        if (!isNamed(old) && isNamed(spec)) {
            drop(old, spec, "clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy");
        }
        if (hasNodePorts(old) && !hasNodePorts(spec) && nodePorts(old).containsAll(nodePorts(spec))) {
            spec.path("ports").forEach(port -> {
                if (port instanceof ObjectNode own) {
                    own.remove("nodePort");
                }
            });
        }
        if (isHealthChecked(old) && !isHealthChecked(spec)) {
            drop(old, spec, "healthCheckNodePort");
        }
        if (type(old).equals("LoadBalancer") && !type(spec).equals("LoadBalancer")) {
            drop(old, spec, "allocateLoadBalancerNodePorts", "loadBalancerClass");
        }
        if (isReachedFromOutside(old) && !isReachedFromOutside(spec)) {
            drop(old, spec, "externalTrafficPolicy");
        }
        return copy;
    }

    private static void drop(JsonNode old, ObjectNode spec, String... fields) {
        for (String field : List.of(fields)) {
            if (spec.path(field).equals(old.path(field))) {
                spec.remove(field);
            }
        }
    }

    private static Set<Integer> nodePorts(JsonNode spec) {
        Set<Integer> nodePorts = new HashSet<>();
        for (JsonNode port : spec.path("ports")) {
            nodePorts.add(port.path("nodePort").asInt());
        }
        nodePorts.remove(0);
        return nodePorts;
    }

    private static boolean isNamed(JsonNode spec) {
        return type(spec).equals("ExternalName");
    }

    private static boolean hasNodePorts(JsonNode spec) {
        return type(spec).equals("NodePort") || type(spec).equals("LoadBalancer");
    }

    private static boolean isHealthChecked(JsonNode spec) {
        return type(spec).equals("LoadBalancer")
                && spec.path("externalTrafficPolicy").asText().equals("Local");
    }

    private static boolean isReachedFromOutside(JsonNode spec) {
        return hasNodePorts(spec)
                || (type(spec).equals("ClusterIP") && !spec.path("externalIPs").isEmpty());
    }

    private static String type(JsonNode spec) {
        String type = spec.path("type").asText("");
        return type.isEmpty() || type.equals("null") ? "ClusterIP" : type;
    }
}
