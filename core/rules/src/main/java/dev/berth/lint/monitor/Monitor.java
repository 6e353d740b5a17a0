package dev.berth.lint.monitor;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.object.ObjectId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceMonitor or a PodMonitor.
 *
 * @param object the object
 * @param selector which Services or pods it selects
 * @param namespaces the namespaces in which it selects them; empty for all
 */
record Monitor(GenericKubernetesResource object, LabelSelector selector, List<String> namespaces) {

    private static final String GROUP = "monitoring.coreos.com";

    /**
     * A port that a monitor names.
     *
     * @param path its field path
     * @param name its name
     */
    record PortName(String path, String name) {}

    /** Returns the judged monitors whose selector can be read. */
    static List<Monitor> all(ObjectSet set) {
        List<GenericKubernetesResource> custom = set.all(GenericKubernetesResource.class);
        if (custom.isEmpty()) {
            // Most trees have no monitors, and a command that starts cold pays for each lambda.
            return List.of();
        }
        return custom.stream()
                .filter(object -> ObjectId.of(object).group().equals(GROUP))
                .filter(object -> object.getKind().equals("ServiceMonitor")
                        || object.getKind().equals("PodMonitor"))
                .flatMap(object -> of(object).stream())
                .toList();
    }

    private static Optional<Monitor> of(GenericKubernetesResource object) {
        Map<?, ?> spec = map(object.getAdditionalProperties().get("spec"));
        if (!(spec.get("selector") instanceof Map<?, ?> selector)) {
            return Optional.empty();
        }
        Map<?, ?> where = map(spec.get("namespaceSelector"));
        List<String> named = texts(where.get("matchNames"));
        List<String> own = named.isEmpty() ? List.of(ObjectSet.namespace(object)) : named;
        return Optional.of(
                new Monitor(object, selector(selector), Boolean.TRUE.equals(where.get("any")) ? List.of() : own));
    }

    boolean selectsServices() {
        return object.getKind().equals("ServiceMonitor");
    }

    /** An object without a namespace may be applied to any. */
    boolean watches(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace) || namespaces.contains("") || namespace.isEmpty();
    }

    /** Returns the names of its ports. A target port or a number is not compared with names. */
    List<PortName> ports() {
        String field = selectsServices() ? "endpoints" : "podMetricsEndpoints";
        Map<?, ?> spec = map(object.getAdditionalProperties().get("spec"));
        List<PortName> ports = new ArrayList<>();
        if (spec.get(field) instanceof List<?> endpoints) {
            for (int i = 0; i < endpoints.size(); i++) {
                if (map(endpoints.get(i)).get("port") instanceof String name && !name.isEmpty()) {
                    ports.add(new PortName("spec." + field + "[" + i + "].port", name));
                }
            }
        }
        return ports;
    }

    private static LabelSelector selector(Map<?, ?> written) {
        Map<String, String> labels = new LinkedHashMap<>();
        map(written.get("matchLabels")).forEach((key, value) -> labels.put(key.toString(), String.valueOf(value)));
        List<LabelSelectorRequirement> requirements = new ArrayList<>();
        if (written.get("matchExpressions") instanceof List<?> expressions) {
            expressions.forEach(expression -> requirements.add(requirement(map(expression))));
        }
        return new LabelSelectorBuilder()
                .withMatchLabels(labels)
                .withMatchExpressions(requirements)
                .build();
    }

    private static LabelSelectorRequirement requirement(Map<?, ?> written) {
        return new LabelSelectorRequirement(
                String.valueOf(written.get("key")),
                String.valueOf(written.get("operator")),
                texts(written.get("values")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .flatMap(item -> Stream.ofNullable(item))
                        .map(Object::toString)
                        .toList()
                : List.of();
    }
}
