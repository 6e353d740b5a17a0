package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The tree of a schema as it is written. */
final class SchemaTree {
    private static final String[] CLAUSES = {"allOf", "oneOf", "anyOf"};

    private SchemaTree() {}

    static String text(JsonNode schema, String field) {
        return schema.path(field).asText();
    }

    static boolean flag(JsonNode schema, String field) {
        return schema.path(field).asBoolean();
    }

    /** Whether a field has another value than the zero value of Go. */
    static boolean has(JsonNode schema, String field) {
        JsonNode value = schema.path(field);
        boolean zero = value.isMissingNode()
                || value.isNull()
                || (value.isBoolean() && !value.asBoolean() && !field.equals("additionalProperties"))
                || (value.isTextual() && value.asText().isEmpty());
        return !zero;
    }

    /** Calls the consumer for each clause of {@code allOf}, {@code oneOf}, {@code anyOf} and {@code not}. */
    static void clauses(JsonNode schema, FieldPath path, BiConsumer<JsonNode, FieldPath> consumer) {
        for (String field : CLAUSES) {
            JsonNode list = schema.path(field);
            for (int i = 0; i < list.size(); i++) {
                consumer.accept(list.get(i), path.child(field).index(i));
            }
        }
        if (schema.path("not").isObject()) {
            consumer.accept(schema.path("not"), path.child("not"));
        }
    }

    /** Returns whether the predicate holds for the schema or one below it. */
    static boolean any(JsonNode schema, Predicate<JsonNode> predicate) {
        if (!schema.isObject()) {
            return false;
        }
        if (predicate.test(schema)) {
            return true;
        }
        for (String field : new String[] {"items", "additionalProperties", "not", "additionalItems"}) {
            if (any(schema.path(field), predicate)) {
                return true;
            }
        }
        for (String field : new String[] {"properties", "patternProperties", "definitions", "dependencies"}) {
            for (JsonNode below : schema.path(field)) {
                if (any(below, predicate)) {
                    return true;
                }
            }
        }
        for (String field : new String[] {"allOf", "oneOf", "anyOf", "items"}) {
            JsonNode list = schema.path(field);
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                if (any(list.get(i), predicate)) {
                    return true;
                }
            }
        }
        return false;
    }
}
