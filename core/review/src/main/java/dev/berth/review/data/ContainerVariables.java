package dev.berth.review.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.PodTemplate;
import dev.berth.rules.pod.VariableReferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a container, as far as the tree states their values: directly, from a ConfigMap, or
 * composed from earlier ones.
 *
 * <p>Source: {@code makeEnvironmentVariables} of {@code pkg/kubelet/kubelet_pods.go} (Kubernetes 1.36).
 */
final class ContainerVariables {
    private final Map<String, Optional<String>> values = new HashMap<>();
    private boolean more;

    private ContainerVariables() {}

    static ContainerVariables of(PodTemplate.Container container, ObjectTree tree, String namespace) {
        ContainerVariables variables = new ContainerVariables();
        for (JsonNode from : container.body().path("envFrom")) {
            Optional<JsonNode> data = data(tree, namespace, from.path("configMapRef"));
            variables.more |= data.isEmpty();
            String prefix = from.path("prefix").asText("");
            data.ifPresent(keys -> keys.properties()
                    .forEach(key -> variables.values.put(
                            prefix + key.getKey(), Optional.of(key.getValue().asText()))));
        }
        for (JsonNode entry : container.body().path("env")) {
            JsonNode key = entry.path("valueFrom").path("configMapKeyRef");
            Optional<String> value = entry.has("valueFrom")
                    ? data(tree, namespace, key)
                            .map(data -> data.path(key.path("key").asText()))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText)
                    : variables.expand(entry.path("value").asText(""));
            variables.values.put(entry.path("name").asText(), value);
        }
        return variables;
    }

    /** Returns the value of a variable; empty if it is not set, or if the tree does not state its value. */
    Optional<String> value(String name) {
        return values.getOrDefault(name, Optional.empty()).filter(value -> !value.isEmpty());
    }

    /** Returns whether the variable may have a value that the tree does not state. */
    boolean mayBeSet(String name) {
        Optional<String> known = values.get(name);
        return known == null ? more : known.isEmpty();
    }

    private Optional<String> expand(String text) {
        boolean known = VariableReferences.in(text).stream()
                .allMatch(name -> values.getOrDefault(name, Optional.empty()).isPresent());
        return known
                ? Optional.of(VariableReferences.replace(text, name -> values.getOrDefault(name, Optional.empty())))
                : Optional.empty();
    }

    private static Optional<JsonNode> data(ObjectTree tree, String namespace, JsonNode reference) {
        return tree.find(new ObjectId(
                        "", "ConfigMap", namespace, reference.path("name").asText("")))
                .map(found -> found.body().path("data"));
    }
}
