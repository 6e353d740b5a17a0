package dev.berth.schema.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What remains of an object when its author applies a new manifest: what the earlier manifest had is gone, what the
 * server filled in stays. A structure that is set to {@code null} stays too, with what the server filled in; a list of
 * the type {@code map} or {@code set} that becomes empty does not. Mirrors {@code Updater.Apply} in {@code
 * merge/update.go} of {@code sigs.k8s.io/structured-merge-diff}.
 */
public final class AppliedObject {
    private static final Set<String> ASSOCIATIVE = Set.of("map", "set");

    private AppliedObject() {}

    /**
     * Returns the new manifest with what remains of the existing object.
     *
     * @param earlier the earlier manifest of the same author
     * @param earlierSchema the schema of that time: who wrote a list as a whole does not own its items
     * @param live the object in the cluster
     * @param manifest the new manifest
     * @param schema the schema of today
     */
    public static ObjectNode over(
            JsonNode earlier, Schema earlierSchema, JsonNode live, JsonNode manifest, Schema schema) {
        return fields(new Place(earlier, earlierSchema, live, schema), manifest);
    }

    /** A place in the object: what the author wrote there and what is there, with the schemas of both times. */
    private record Place(
            JsonNode written,
            @Nullable Schema writtenAs,
            JsonNode live,
            @Nullable Schema schema) {

        Place field(String name) {
            return new Place(written.path(name), ofField(writtenAs, name), live.path(name), ofField(schema, name));
        }

        private static @Nullable Schema ofField(@Nullable Schema schema, String name) {
            return schema == null ? null : schema.properties().getOrDefault(name, schema.additionalProperties());
        }
    }

    private static JsonNode value(Place place, JsonNode manifest) {
        Schema schema = place.schema;
        boolean emptied = manifest.isNull() && !place.live.isEmpty();
        boolean atomic = schema != null && schema.mapType().equals("atomic");
        if ((manifest.isObject() || emptied) && place.live.isObject() && !atomic) {
            return fields(place, manifest);
        }
        boolean list = manifest.isArray() || manifest.isNull();
        boolean associative = schema != null && ASSOCIATIVE.contains(schema.listType());
        return schema != null && associative && list && place.live.isArray() && !place.live.isEmpty()
                ? items(place, schema, manifest)
                : manifest;
    }

    private static ObjectNode fields(Place place, JsonNode manifest) {
        ObjectNode applied = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : manifest.properties()) {
            JsonNode value = value(place.field(field.getKey()), field.getValue());
            if (!value.isMissingNode()) {
                applied.set(field.getKey(), value);
            }
        }
        for (Map.Entry<String, JsonNode> field : place.live.properties()) {
            if (!place.written.has(field.getKey()) && !manifest.has(field.getKey())) {
                applied.set(field.getKey(), field.getValue());
            }
        }
        return applied;
    }

    private static JsonNode items(Place place, Schema schema, JsonNode manifest) {
        Schema writtenAs = place.writtenAs;
        boolean owned = writtenAs != null && ASSOCIATIVE.contains(writtenAs.listType());
        if (!owned && manifest.isEmpty() && place.written.isArray()) {
            return MissingNode.getInstance(); // the author gives up the list that was written as a whole
        }
        JsonNode written = owned ? place.written : MissingNode.getInstance();
        Map<List<JsonNode>, JsonNode> earlier = ItemKeys.byKeys(written, schema);
        Map<List<JsonNode>, JsonNode> existing = ItemKeys.byKeys(place.live, schema);
        Map<List<JsonNode>, JsonNode> stated = ItemKeys.byKeys(manifest, schema);
        ArrayNode applied = JsonNodeFactory.instance.arrayNode();
        for (List<JsonNode> keys : MergedOrder.of(List.copyOf(existing.keySet()), List.copyOf(stated.keySet()))) {
            JsonNode item = stated.get(keys);
            JsonNode before = existing.getOrDefault(keys, MissingNode.getInstance());
            if (item != null) {
                JsonNode wrote = earlier.getOrDefault(keys, MissingNode.getInstance());
                Schema wroteAs = writtenAs == null ? null : writtenAs.items();
                applied.add(value(new Place(wrote, wroteAs, before, schema.items()), item));
            } else if (!earlier.containsKey(keys)) {
                applied.add(before);
            }
        }
        return applied.isEmpty() ? MissingNode.getInstance() : applied;
    }
}
