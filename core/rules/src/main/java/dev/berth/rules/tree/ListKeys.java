package dev.berth.rules.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How list elements are identified, so that an element that moved or got a new neighbor is still the same.
 *
 * <p>Source: the {@code patchMergeKey} and {@code listMapKey} marks of {@code staging/src/k8s.io/api/core/v1/types.go}
 * (Kubernetes 1.36).
 */
public final class ListKeys {
    private static final Map<String, Function<JsonNode, String>> KEYS = Map.ofEntries(
            Map.entry("containers", field("name")),
            Map.entry("initContainers", field("name")),
            Map.entry("ephemeralContainers", field("name")),
            Map.entry("volumes", field("name")),
            Map.entry("env", field("name")),
            Map.entry("imagePullSecrets", field("name")),
            Map.entry("volumeMounts", field("mountPath")),
            Map.entry("volumeDevices", field("devicePath")),
            Map.entry("hostAliases", field("ip")),
            Map.entry("ownerReferences", field("uid")),
            Map.entry(
                    "volumeClaimTemplates",
                    element -> element.path("metadata").path("name").asText()),
            Map.entry("ports", ListKeys::port));

    private ListKeys() {}

    /** Returns the key of a list element; null if elements are identified by index. */
    public static @Nullable String of(String list, JsonNode element) {
        Function<JsonNode, String> key = KEYS.get(list);
        String value = key == null || !element.isObject() ? "" : key.apply(element);
        return value.isEmpty() ? null : value;
    }

    /** Returns the list element with this key; a missing node if there is none. */
    public static JsonNode find(String name, JsonNode list, String key) {
        for (JsonNode element : list) {
            if (key.equals(of(name, element))) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }

    private static Function<JsonNode, String> field(String name) {
        return element -> element.path(name).asText();
    }

    private static String port(JsonNode element) {
        String number =
                element.path("containerPort").asText(element.path("port").asText());
        String protocol = element.path("protocol").asText("TCP");
        return protocol.equals("TCP") || number.isEmpty() ? number : number + "/" + protocol;
    }
}
