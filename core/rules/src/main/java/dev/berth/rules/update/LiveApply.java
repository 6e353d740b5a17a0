package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.tree.ListKeys;
import dev.berth.rules.tree.MapFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What an object of a cluster becomes when its author applies a manifest: the fields of the manifest are set, the fields
 * that the author set earlier and no longer states are removed, and everything else stays.
 *
 * <p>Source: {@code structured-merge-diff/v6/merge/update.go}, {@code Updater.Apply} and {@code prune}, of Kubernetes 1.36.
 */
public final class LiveApply {
    /** Lists of strings that are merged: {@code x-kubernetes-list-type: set}. */
    private static final String FINALIZERS = "finalizers";

    private LiveApply() {}

    /**
     * Returns the object after the apply, before the server fills in defaults.
     *
     * @param live the object as the cluster returns it
     * @param written the fields that the author set earlier
     * @param others the fields that others set; an apply never removes them
     * @param manifest the new manifest
     */
    public static ObjectNode over(JsonNode live, JsonNode written, JsonNode others, JsonNode manifest) {
        return fields(live, written, others, stored(manifest));
    }

    private static ObjectNode fields(JsonNode live, JsonNode written, JsonNode others, JsonNode manifest) {
        ObjectNode applied = ((ObjectNode) manifest).objectNode();
        for (Map.Entry<String, JsonNode> field : manifest.properties()) {
            String name = field.getKey();
            JsonNode before = live.path(name);
            JsonNode value = field.getValue();
            if (value.isNull() && before.isObject() && !AtomicFields.contains(name)) {
                applied.set(name, applied.objectNode());
            } else if (value.isObject() && before.isObject() && !AtomicFields.contains(name)) {
                applied.set(name, fields(before, written.path(name), others.path(name), value));
            } else if (value.isArray() && before.isArray()) {
                applied.set(name, elements(name, before, written.path(name), others.path(name), value));
            } else {
                applied.set(name, value);
            }
        }
        for (Map.Entry<String, JsonNode> field : live.properties()) {
            String name = field.getKey();
            if (!manifest.has(name)) {
                JsonNode stays = stays(name, field.getValue(), written, others);
                boolean nothingLeft = stays.isContainerNode() && stays.isEmpty() && written.has(name);
                if (!stays.isMissingNode() && !nothingLeft) {
                    applied.set(name, stays);
                }
            }
        }
        return applied;
    }

    /** A map loses the author's keys; a structure is removed as a whole, except for what others set in it. */
    private static JsonNode stays(String name, JsonNode live, JsonNode written, JsonNode others) {
        if (!written.has(name)) {
            return live;
        }
        if (!MapFields.contains(name) || !(live instanceof ObjectNode keys)) {
            return others.path(name);
        }
        ObjectNode map = keys.deepCopy();
        for (Map.Entry<String, JsonNode> key : written.path(name).properties()) {
            if (!others.path(name).has(key.getKey())) {
                map.remove(key.getKey());
            }
        }
        return map;
    }

    private static ArrayNode elements(
            String list, JsonNode live, JsonNode written, JsonNode others, JsonNode manifest) {
        ArrayNode applied = ((ArrayNode) manifest).arrayNode();
        if (list.equals(FINALIZERS)) {
            return applied.addAll(union(live, written, manifest));
        }
        if (!AtomicFields.isMergedList(list, manifest)) {
            return applied.addAll((ArrayNode) manifest);
        }
        List<JsonNode> merged = new ArrayList<>();
        for (JsonNode element : manifest) {
            String key = String.valueOf(ListKeys.of(list, element));
            JsonNode before = ListKeys.find(list, live, key);
            merged.add(
                    before.isObject()
                            ? fields(
                                    before,
                                    ListKeys.find(list, written, key),
                                    ListKeys.find(list, others, key),
                                    element)
                            : element);
        }
        int place = 0;
        for (JsonNode element : live) {
            String key = String.valueOf(ListKeys.of(list, element));
            int stated = indexOf(list, merged, key);
            boolean removed = !ListKeys.find(list, written, key).isMissingNode();
            JsonNode stays = removed ? ListKeys.find(list, others, key) : element;
            if (stated >= 0) {
                place = stated + 1;
            } else if (!stays.isMissingNode()) {
                merged.add(place++, stays);
            }
        }
        return applied.addAll(merged);
    }

    private static int indexOf(String list, List<JsonNode> elements, String key) {
        for (int i = 0; i < elements.size(); i++) {
            if (key.equals(ListKeys.of(list, elements.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static List<JsonNode> union(JsonNode live, JsonNode written, JsonNode manifest) {
        List<JsonNode> union = new ArrayList<>();
        live.forEach(value -> {
            if (contains(manifest, value) || !contains(written, value)) {
                union.add(value);
            }
        });
        manifest.forEach(value -> {
            if (!contains(live, value)) {
                union.add(value);
            }
        });
        return union;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a manifest as the server stores it: it converts the {@code stringData} of a Secret to {@code data}, where a
     * key stays that is later removed from {@code stringData}.
     */
    private static JsonNode stored(JsonNode manifest) {
        JsonNode strings = manifest.path("stringData");
        if (!strings.isObject() || !manifest.path("kind").asText().equals("Secret")) {
            return manifest;
        }
        ObjectNode stored = manifest.deepCopy();
        stored.remove("stringData");
        ObjectNode data = stored.withObjectProperty("data");
        for (Map.Entry<String, JsonNode> entry : strings.properties()) {
            String text = entry.getValue().isNull() ? "" : entry.getValue().asText();
            data.put(entry.getKey(), Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        return stored;
    }
}
