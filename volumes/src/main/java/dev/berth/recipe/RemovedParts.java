package dev.berth.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a customized StatefulSet no longer has, although it belongs to the recipe. Both are compared field by field, as
 * they are rendered, so additions are always accepted, and whatever a function removes is found.
 */
final class RemovedParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fields that identify an entry of a list, in this order. */
    private static final List<String> KEYS = List.of("mountPath", "name", "topologyKey");

    /** Fields that may have another value. They must still be there. */
    private static final Set<String> TUNABLE = Set.of(
            "failureThreshold",
            "image",
            "initialDelaySeconds",
            "maxSkew",
            "periodSeconds",
            "sizeLimit",
            "successThreshold",
            "timeoutSeconds",
            "whenUnsatisfiable");

    private final String server;
    private final List<String> removed = new ArrayList<>();

    private RemovedParts(String server) {
        this.server = "containers[" + server + "].";
    }

    /**
     * Refuses a StatefulSet that lacks a part of the recipe. Additions are always accepted.
     *
     * @throws InvalidValueException with the field paths of all parts that are missing or have another value
     */
    static void refuse(String what, StatefulSet declared, StatefulSet customized) {
        JsonNode before = JSON.valueToTree(declared.toModel());
        JsonNode after = JSON.valueToTree(customized.toModel());
        RemovedParts parts = new RemovedParts(declared.container().name());
        for (String field : List.of("serviceName", "selector", "volumeClaimTemplates")) {
            parts.compare("spec." + field, before.at("/spec/" + field), after.at("/spec/" + field));
        }
        String template = "/spec/template/";
        parts.compare("spec.template.metadata", before.at(template + "metadata"), after.at(template + "metadata"));
        JsonNode afterSpec = after.at(template + "spec");
        before.at(template + "spec").forEachEntry((field, value) -> parts.compare(field, value, afterSpec.path(field)));
        if (!parts.removed.isEmpty()) {
            throw new InvalidValueException(what + ": customize removes or replaces what belongs to the recipe: "
                    + String.join(", ", parts.removed)
                    + ": add with plus…, or leave a safeguard out with putOmission(…, \"the reason\")");
        }
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isMissingNode() || before.equals(after) || (before.isEmpty() && before.isContainerNode())) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            before.forEachEntry((field, value) -> compare(path + "." + field, value, after.path(field)));
        } else if (before.isArray()) {
            lists(path, before, after);
        } else if (after.isMissingNode() || after.isNull() || !mayChange(path, before, after)) {
            removed.add(path);
        }
    }

    private void lists(String path, JsonNode before, JsonNode after) {
        List<JsonNode> entries =
                StreamSupport.stream(after.spliterator(), false).toList();
        boolean ordered = path.endsWith(".command") || path.endsWith(".args");
        if (ordered) {
            List<JsonNode> words =
                    StreamSupport.stream(before.spliterator(), false).toList();
            boolean kept = path.endsWith(".args")
                    ? entries.size() >= words.size()
                            && entries.subList(0, words.size()).equals(words)
                    : entries.equals(words);
            if (!kept) {
                removed.add(path);
            }
            return;
        }
        for (JsonNode entry : before) {
            Optional<String> key = key(entry);
            if (key.isEmpty()) {
                if (!entries.contains(entry)) {
                    removed.add(path + "[" + entry.asText() + "]");
                }
                continue;
            }
            String entryPath = path + "[" + key.orElseThrow() + "]";
            entries.stream()
                    .filter(other -> key(other).equals(key))
                    .findFirst()
                    .ifPresentOrElse(other -> compare(entryPath, entry, other), () -> removed.add(entryPath));
        }
    }

    private static Optional<String> key(JsonNode entry) {
        return KEYS.stream()
                .filter(entry::has)
                .map(name -> entry.path(name).asText())
                .findFirst()
                .or(() -> Optional.ofNullable(entry.at("/metadata/name").textValue()));
    }

    /** The settings are checked against the resources of the server, so only those of other containers may change. */
    private boolean mayChange(String path, JsonNode before, JsonNode after) {
        return TUNABLE.contains(path.substring(path.lastIndexOf('.') + 1))
                || path.startsWith("spec.template.metadata.annotations.")
                || (path.contains(".resources.") && !path.startsWith(server) && path.startsWith("containers["))
                || (path.equals("terminationGracePeriodSeconds") && after.asLong() > before.asLong());
    }
}
