package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list of the type {@code map} by their keys. Of several items with the same keys, the first one counts.
 * Mirrors {@code MakeMapList} in {@code pkg/cel/common/maplist.go} of {@code k8s.io/apiserver}.
 */
public final class ListMap {
    private final List<String> keys;
    private final Map<List<JsonNode>, JsonNode> items = new HashMap<>();

    /** The items of a list with this schema. */
    public ListMap(Schema schema, ArrayNode list) {
        this.keys = schema.listMapKeys();
        for (JsonNode item : list) {
            List<JsonNode> key = key(item);
            if (key != null) {
                items.putIfAbsent(key, item);
            }
        }
    }

    /** Returns the item with the keys of this one; null if there is none. */
    public @Nullable JsonNode get(JsonNode item) {
        List<JsonNode> key = key(item);
        return key == null ? null : items.get(key);
    }

    /** An item without one of its keys, or with a key that is no scalar, corresponds to no other. */
    private @Nullable List<JsonNode> key(JsonNode item) {
        List<JsonNode> key = new ArrayList<>(keys.size());
        for (String field : keys) {
            JsonNode value = item.path(field);
            if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
                return null;
            }
            key.add(value);
        }
        return item.isObject() && !keys.isEmpty() ? key : null;
    }
}
