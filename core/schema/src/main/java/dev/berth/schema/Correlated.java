package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value and the value that it replaces, as far as the schema tells which that is: fields by their name, items of a
 * list of the type {@code map} by their keys, and no other items.
 *
 * <p>The server does not enforce a check again on a value that is {@link #isUnchanged}. Mirrors {@code
 * CorrelatedObject} in {@code pkg/cel/common/equality.go} of {@code k8s.io/apiserver}. Not safe for use by several
 * threads.
 */
public final class Correlated {
    private final JsonNode value;
    private final JsonNode oldValue;
    private final Schema schema;
    private final Map<Object, Correlated> children = new HashMap<>();
    private @Nullable ListMap oldItems;
    private @Nullable Boolean unchanged;

    private Correlated(JsonNode value, JsonNode oldValue, Schema schema) {
        this.value = value;
        this.oldValue = oldValue;
        this.schema = schema;
    }

    /** Returns the pair of an object and the object that it replaces. */
    public static Correlated of(JsonNode value, JsonNode oldValue, Schema schema) {
        return new Correlated(value, oldValue, schema);
    }

    /** Returns the value. */
    public JsonNode value() {
        return value;
    }

    /** Returns the value that it replaces. */
    public JsonNode oldValue() {
        return oldValue;
    }

    /** Returns the pair of a field; null if one of the objects does not have the field. */
    public @Nullable Correlated key(String field) {
        Correlated known = children.get(field);
        if (known != null) {
            return known;
        }
        if (!(oldValue instanceof ObjectNode before) || !(value instanceof ObjectNode now)) {
            return null;
        }
        Schema ofField = schema.properties().getOrDefault(field, schema.additionalProperties());
        if (ofField == null || !before.has(field) || !now.has(field)) {
            return null;
        }
        return keep(field, of(now.get(field), before.get(field), ofField));
    }

    /** Returns the pair of an item of a list; null if the schema does not tell which item it replaces. */
    public @Nullable Correlated index(int index) {
        Correlated known = children.get(index);
        if (known != null) {
            return known;
        }
        Schema ofItems = schema.items();
        if (!(oldValue instanceof ArrayNode before)
                || !(value instanceof ArrayNode now)
                || !schema.listType().equals("map")) {
            return null;
        }
        ListMap items = oldItems;
        if (items == null) {
            items = new ListMap(schema, before);
            oldItems = items;
        }
        JsonNode old = items.get(now.get(index));
        return old == null || ofItems == null ? null : keep(index, of(now.get(index), old, ofItems));
    }

    private Correlated keep(Object step, Correlated child) {
        children.put(step, child);
        return child;
    }

    /** Returns whether the value equals the value that it replaces, regardless of the order of a list map. */
    public boolean isUnchanged() {
        Boolean known = unchanged;
        if (known == null) {
            known = compare();
            unchanged = known;
        }
        return known;
    }

    private boolean compare() {
        if (value.isNull() || oldValue.isNull()) {
            return value.isNull() && oldValue.isNull();
        }
        if (value.size() != oldValue.size() || value.isArray() != oldValue.isArray()) {
            return false;
        }
        if (value instanceof ArrayNode now) {
            return sameItems(now);
        }
        if (value instanceof ObjectNode now) {
            return oldValue.isObject() && sameFields(now);
        }
        return value.equals(oldValue);
    }

    private boolean sameFields(ObjectNode now) {
        for (Map.Entry<String, JsonNode> field : now.properties()) {
            Correlated child = key(field.getKey());
            if (child == null || !child.isUnchanged()) {
                return false;
            }
        }
        return true;
    }

    private boolean sameItems(ArrayNode now) {
        for (int i = 0; i < now.size(); i++) {
            Correlated child = index(i);
            if (child == null) {
                return oldItems == null && now.equals(oldValue);
            }
            if (!child.isUnchanged()) {
                return false;
            }
        }
        return true;
    }
}
