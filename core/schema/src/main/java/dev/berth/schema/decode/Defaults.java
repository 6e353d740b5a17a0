package dev.berth.schema.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of a schema. Mirrors {@code pkg/apiserver/schema/defaulting/algorithm.go} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
public final class Defaults {
    private Defaults() {}

    /** Returns whether the server fills in a value; a default of null is none. */
    static boolean hasDefault(Schema schema) {
        JsonNode value = schema.defaultValue();
        return value != null && !value.isNull();
    }

    /** Changes the value: fields that are absent, or null without being nullable, get their defaults. */
    public static void fillIn(JsonNode value, @Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
                JsonNode written = object.get(field.getKey());
                if (hasDefault(field.getValue()) && (written == null || isNoValue(written, field.getValue()))) {
                    object.set(field.getKey(), defaultOf(field.getValue()));
                }
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                Schema ofField = schema.properties().get(field.getKey());
                Schema additional = schema.additionalProperties();
                if (ofField == null && isNoValue(field.getValue(), additional)) {
                    field.setValue(defaultOf(additional));
                }
                fillIn(field.getValue(), ofField == null ? additional : ofField);
            }
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (isNoValue(list.get(i), schema.items())) {
                    list.set(i, defaultOf(schema.items()));
                }
                fillIn(list.get(i), schema.items());
            }
        }
    }

    private static boolean isNoValue(JsonNode value, @Nullable Schema schema) {
        return value.isNull() && schema != null && !schema.isNullable();
    }

    private static JsonNode defaultOf(@Nullable Schema schema) {
        JsonNode value = schema == null ? null : schema.defaultValue();
        return value == null ? NullNode.getInstance() : value.deepCopy();
    }
}
