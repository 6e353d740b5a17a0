package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.tree.MapFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists whose elements server-side apply identifies by a key that must be unique. Creating and replacing an object
 * accept some duplicates, such as environment variables, and keep the last.
 *
 * <p>Source: {@code x-kubernetes-list-type: map} and {@code set} in the server's schema, and {@code
 * structured-merge-diff/v6/typed/validate.go}, {@code visitListItems}, of Kubernetes 1.36.
 */
public final class AppliedLists {
    private static final Rule RULE = new Rule(
            "apply-duplicate-key",
            "structuredMergeManager.Apply",
            "staging/src/k8s.io/apimachinery/pkg/util/managedfields/internal/structuredmerge.go");

    private static final List<String> NAME = List.of("name");

    /** Keys by the name of the list; if there are several, those that an element has are its key. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", NAME),
            Map.entry("ephemeralContainers", NAME),
            Map.entry("initContainers", NAME),
            Map.entry("volumes", NAME),
            Map.entry("env", NAME),
            Map.entry("imagePullSecrets", NAME),
            Map.entry("resourceClaims", NAME),
            Map.entry("claims", NAME),
            Map.entry("schedulingGates", NAME),
            Map.entry("secrets", NAME),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("ports", List.of("containerPort", "port", "protocol")));

    /** Lists of strings that are sets: {@code x-kubernetes-list-type: set}. */
    private static final Set<String> SETS = Set.of("addresses", "finalizers", "volumeLifecycleModes");

    private AppliedLists() {}

    /** Reports each element with the key of an earlier one. */
    public static void check(JsonNode manifest, Findings findings) {
        boolean portsHaveKeys = !Set.of("EndpointSlice", "NetworkPolicy")
                .contains(manifest.path("kind").asText());
        fields(manifest, FieldPath.root(), portsHaveKeys, findings);
    }

    private static void fields(JsonNode object, FieldPath path, boolean portsHaveKeys, Findings findings) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            FieldPath at = path.child(name);
            if (field.getValue().isArray()) {
                elements(name, field.getValue(), at, portsHaveKeys, findings);
            } else if (field.getValue().isObject() && !MapFields.contains(name)) {
                fields(field.getValue(), at, portsHaveKeys, findings);
            }
        }
    }

    private static void elements(String name, JsonNode list, FieldPath path, boolean portsHaveKeys, Findings findings) {
        List<String> keys = name.equals("ports") && !portsHaveKeys ? List.of() : KEYS.getOrDefault(name, List.of());
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            String key = SETS.contains(name) ? element.asText() : key(element, keys);
            if (!key.isEmpty() && !earlier.add(key)) {
                findings.duplicate(RULE, path.index(i), key);
            }
            if (element.isObject()) {
                fields(element, path.index(i), portsHaveKeys, findings);
            }
        }
    }

    private static String key(JsonNode element, List<String> keys) {
        StringBuilder key = new StringBuilder();
        for (String field : keys) {
            String value = element.path(field).asText(field.equals("protocol") ? "TCP" : "");
            if (!value.isEmpty()) {
                key.append(key.isEmpty() ? "" : ", ").append(value);
            }
        }
        return key.toString();
    }
}
