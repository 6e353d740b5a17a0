package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says about a single value; null or empty where the schema says nothing.
 *
 * @param format the format, such as {@code date-time}; empty if there is none
 * @param pattern the regular expression; empty if there is none
 * @param enumeration the values that are allowed; null if any is
 * @param required the names of the fields that an object must have
 */
public record ValueLimits(
        String format,
        @Nullable Double maximum,
        boolean exclusiveMaximum,
        @Nullable Double minimum,
        boolean exclusiveMinimum,
        @Nullable Long maxLength,
        @Nullable Long minLength,
        String pattern,
        @Nullable Long maxItems,
        @Nullable Long minItems,
        boolean uniqueItems,
        @Nullable Double multipleOf,
        @Nullable List<JsonNode> enumeration,
        @Nullable Long maxProperties,
        @Nullable Long minProperties,
        List<String> required) {

    static ValueLimits of(JsonNode schema) {
        return new ValueLimits(
                schema.path("format").asText(),
                number(schema, "maximum"),
                schema.path("exclusiveMaximum").asBoolean(),
                number(schema, "minimum"),
                schema.path("exclusiveMinimum").asBoolean(),
                whole(schema, "maxLength"),
                whole(schema, "minLength"),
                schema.path("pattern").asText(),
                whole(schema, "maxItems"),
                whole(schema, "minItems"),
                schema.path("uniqueItems").asBoolean(),
                number(schema, "multipleOf"),
                schema.path("enum").isArray() ? elements(schema.path("enum")) : null,
                whole(schema, "maxProperties"),
                whole(schema, "minProperties"),
                elements(schema.path("required")).stream().map(JsonNode::asText).toList());
    }

    private static @Nullable Double number(JsonNode schema, String field) {
        return schema.hasNonNull(field) ? schema.get(field).doubleValue() : null;
    }

    private static @Nullable Long whole(JsonNode schema, String field) {
        return schema.hasNonNull(field) ? schema.get(field).longValue() : null;
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return List.copyOf(elements);
    }
}
