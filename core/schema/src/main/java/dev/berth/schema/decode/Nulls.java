package dev.berth.schema.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Removes the fields that are null, where null is no value and there is no default for it. Mirrors {@code
 * pkg/apiserver/schema/defaulting/prunenulls.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class Nulls {
    private Nulls() {}

    static void remove(JsonNode value, @Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(field -> isNoValue(field.getValue(), ofField(field.getKey(), schema)));
            object.properties().forEach(field -> remove(field.getValue(), ofField(field.getKey(), schema)));
        } else if (value instanceof ArrayNode list) {
            list.forEach(item -> remove(item, schema.items()));
        }
    }

    private static @Nullable Schema ofField(String name, Schema schema) {
        return schema.properties().getOrDefault(name, schema.additionalProperties());
    }

    private static boolean isNoValue(JsonNode value, @Nullable Schema schema) {
        return value.isNull() && schema != null && !schema.isNullable() && !Defaults.hasDefault(schema);
    }
}
