package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cel.value.FieldNames;
import dev.berth.cel.value.ResourceRoot;
import dev.berth.schema.Schema;
import dev.berth.schema.ValueLimits;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a node of a schema in CEL, with the limits from which costs are estimated.
 *
 * <p>Mirrors {@code SchemaDeclType} in {@code staging/src/k8s.io/apiserver/pkg/cel/common/schemas.go}.
 *
 * @param simple the type of a value that is not a list, map or object; null for those
 * @param fields the fields of an object by their identifiers; null for other types
 * @param element the type of the elements of a list or map; null for other types
 * @param isMap whether it is a map
 * @param maxElements the most characters, bytes, elements or entries that a value can have; 0 for other types
 * @param minSize the least number of bytes of a value in JSON
 */
record DeclaredType(
        @Nullable CelType simple,
        @Nullable Map<String, DeclaredType> fields,
        @Nullable DeclaredType element,
        boolean isMap,
        long maxElements,
        long minSize) {
    /** The largest request that the API server accepts, in bytes. */
    static final long MOST_BYTES = 3L * 1024 * 1024;

    private static final long STRING = 2;
    private static final long DATE = 12;
    private static final long TIME = 32;

    /** Returns the type of a node; null if expressions cannot use it. */
    static @Nullable DeclaredType of(Schema schema, boolean isResourceRoot) {
        if (schema.isIntOrString()) {
            return simple(SimpleType.DYN, longest(schema, MOST_BYTES - 2), 1);
        }
        return switch (schema.type()) {
            case "array" -> list(schema);
            case "object" ->
                schema.additionalProperties() != null && !isResourceRoot
                        ? map(schema, schema.additionalProperties())
                        : object(schema, isResourceRoot ? ResourceRoot.properties(schema) : schema.properties());
            case "string" -> string(schema);
            case "boolean" -> simple(SimpleType.BOOL, 0, 4);
            case "number" -> simple(SimpleType.DOUBLE, 0, 1);
            case "integer" -> simple(SimpleType.INT, 0, 1);
            default -> null;
        };
    }

    private static DeclaredType simple(CelType type, long maxElements, long minSize) {
        return new DeclaredType(type, null, null, false, maxElements, minSize);
    }

    private static @Nullable DeclaredType list(Schema schema) {
        Schema items = schema.items();
        DeclaredType element = items == null ? null : of(items, items.isEmbeddedResource());
        if (element == null) {
            return null;
        }
        Long maxItems = schema.limits().maxItems();
        long most = maxItems == null ? (MOST_BYTES - 2) / (element.minSize + 1) : Math.max(0, maxItems);
        return new DeclaredType(null, null, element, false, most, 2);
    }

    private static @Nullable DeclaredType map(Schema schema, Schema ofValues) {
        DeclaredType element = of(ofValues, ofValues.isEmbeddedResource());
        if (element == null) {
            return null;
        }
        Long maxProperties = schema.limits().maxProperties();
        long most = maxProperties == null ? (MOST_BYTES - 2) / (element.minSize + 6) : Math.max(0, maxProperties);
        return new DeclaredType(null, null, element, true, most, 2);
    }

    private static DeclaredType object(Schema schema, Map<String, Schema> properties) {
        Map<String, DeclaredType> fields = new LinkedHashMap<>();
        long minSize = 2;
        for (Map.Entry<String, Schema> property : properties.entrySet()) {
            Schema ofProperty = property.getValue();
            DeclaredType type = of(ofProperty, ofProperty.isEmbeddedResource());
            if (type == null) {
                continue;
            }
            FieldNames.escape(property.getKey()).ifPresent(identifier -> fields.put(identifier, type));
            if (schema.limits().required().contains(property.getKey()) && ofProperty.defaultValue() == null) {
                minSize += property.getKey().length() + type.minSize + 4;
            }
        }
        return new DeclaredType(null, fields, null, false, 0, minSize);
    }

    private static DeclaredType string(Schema schema) {
        return switch (schema.limits().format()) {
            case "byte" -> simple(SimpleType.BYTES, bytes(schema), STRING);
            case "duration" -> simple(SimpleType.DURATION, TIME, 3);
            case "date" -> simple(SimpleType.TIMESTAMP, DATE, DATE);
            case "date-time" -> simple(SimpleType.TIMESTAMP, TIME, 21);
            default -> simple(SimpleType.STRING, longest(schema, longestOfEnum(schema.limits())), STRING);
        };
    }

    private static long bytes(Schema schema) {
        Long maxLength = schema.limits().maxLength();
        return maxLength == null ? MOST_BYTES - 2 : Math.max(0, maxLength);
    }

    /** The server counts four bytes for each character. */
    private static long longest(Schema schema, long otherwise) {
        Long maxLength = schema.limits().maxLength();
        return maxLength == null ? otherwise : Math.max(0, maxLength) * 4;
    }

    private static long longestOfEnum(ValueLimits limits) {
        if (limits.enumeration() == null || limits.enumeration().isEmpty()) {
            return MOST_BYTES - 2;
        }
        long longest = 0;
        for (JsonNode value : limits.enumeration()) {
            longest = value.isTextual() ? Math.max(longest, value.textValue().length()) : longest;
        }
        return longest;
    }
}
