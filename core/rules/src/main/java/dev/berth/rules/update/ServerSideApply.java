package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.tree.ListKeys;
import dev.berth.rules.tree.MapFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What remains of an existing object when its author applies a new manifest.
 *
 * <p>Fields that the new manifest no longer has get the server's defaults. There are exceptions: a default that the
 * server set once stays, even if it would be different today ({@code imagePullPolicy} depends on the tag of the first
 * image); a structure that is set to {@code null} stays, empty; a key that is removed from {@code stringData} stays in
 * {@code data}; and a {@code dataSourceRef} that the server copied from a {@code dataSource} stays, and restores or
 * contradicts it.
 *
 * <p>Source: {@code structured-merge-diff/v6/merge/update.go}, {@code Updater.Apply}, of Kubernetes 1.36.
 */
public final class ServerSideApply {
    /** The settings of a strategy that the server set with the strategy: nobody owns them, so an apply keeps them. */
    private static final String LEFT_OVER = "rollingUpdate";

    private ServerSideApply() {}

    /**
     * Returns the manifest with what remains of the existing object.
     *
     * @param written the earlier manifest of the object, as its author wrote it
     * @param live the same with the server's defaults
     * @param manifest the new manifest, as its author wrote it; it may contain {@code null}
     */
    public static ObjectNode over(JsonNode written, JsonNode live, JsonNode manifest) {
        ObjectNode applied = fields(written, live, manifest);
        String kind = applied.path("kind").asText();
        if (kind.equals("Secret")) {
            keepWrittenData(written, applied);
        } else if (kind.equals("PersistentVolumeClaim")) {
            keepDataSource(written, live, applied);
        }
        return applied;
    }

    private static ObjectNode fields(JsonNode written, JsonNode live, JsonNode manifest) {
        ObjectNode applied = ((ObjectNode) manifest).objectNode();
        for (Map.Entry<String, JsonNode> field : manifest.properties()) {
            String name = field.getKey();
            JsonNode before = live.path(name);
            JsonNode value = field.getValue();
            boolean merged = !AtomicFields.contains(name) && !isMap(name, manifest);
            if (value.isNull()) {
                applied.set(name, before.isObject() && merged ? applied.objectNode() : value);
            } else if (value.isObject() && merged) {
                applied.set(name, fields(written.path(name), before, value));
            } else if (value.isArray()) {
                applied.set(name, elements(name, written.path(name), before, value));
            } else {
                applied.set(name, value);
            }
        }
        for (Map.Entry<String, JsonNode> filled : live.properties()) {
            String name = filled.getKey();
            boolean stays = filled.getValue().isValueNode() || name.equals(LEFT_OVER);
            if (stays && !written.has(name) && !manifest.has(name)) {
                applied.set(name, filled.getValue());
            }
        }
        return applied;
    }

    /** The parameters of a class are a map; those in the spec of an IngressClass refer to an object. */
    private static boolean isMap(String field, JsonNode parent) {
        return MapFields.contains(field) && (!field.equals("parameters") || parent.has("kind"));
    }

    private static ArrayNode elements(String list, JsonNode written, JsonNode live, JsonNode manifest) {
        ArrayNode applied = ((ArrayNode) manifest).arrayNode();
        for (JsonNode element : manifest) {
            String key = ListKeys.of(list, element);
            applied.add(
                    key == null
                            ? element
                            : fields(ListKeys.find(list, written, key), ListKeys.find(list, live, key), element));
        }
        return applied;
    }

    /** Converts {@code stringData} to {@code data}, as the server does, and keeps what it wrote there before. */
    private static void keepWrittenData(JsonNode written, ObjectNode applied) {
        JsonNode strings = applied.path("stringData");
        Set<String> kept = new LinkedHashSet<>();
        written.path("stringData").fieldNames().forEachRemaining(kept::add);
        JsonNode said = applied.path("data");
        ObjectNode data = said instanceof ObjectNode stated ? stated.deepCopy() : applied.objectNode();
        for (String key : kept) {
            if (!data.has(key)) {
                data.put(key, encoded(written.path("stringData").path(key)));
            }
        }
        for (Map.Entry<String, JsonNode> entry : strings.properties()) {
            data.put(entry.getKey(), encoded(entry.getValue()));
        }
        applied.remove("stringData");
        if (!data.isEmpty()) {
            applied.set("data", data);
        }
    }

    private static String encoded(JsonNode value) {
        String text = value.isNull() ? "" : value.asText();
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void keepDataSource(JsonNode written, JsonNode live, ObjectNode applied) {
        JsonNode before = written.path("spec");
        JsonNode copied = live.path("spec").path("dataSourceRef");
        if (applied.path("spec") instanceof ObjectNode spec
                && before.path("dataSource").isObject()
                && !before.has("dataSourceRef")
                && !spec.has("dataSourceRef")) {
            if (!spec.path("dataSource").isObject()) {
                spec.set("dataSource", before.path("dataSource"));
            } else if (copied.isObject()) {
                spec.set("dataSourceRef", copied);
            }
        }
    }
}
