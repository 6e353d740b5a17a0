package dev.berth.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.Schema;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.util.Base64;
import java.util.Optional;

/**
 * Values of custom resources as values of CEL. The schema, not the value, decides on the type.
 *
 * <p>Mirrors {@code UnstructuredToVal} in {@code staging/src/k8s.io/apiserver/pkg/cel/common/valuesunstructured.go}.
 */
public final class Kube {
    private Kube() {}

    /** Returns the value in CEL; an {@link InvalidData} if it does not have the type of its schema. */
    public static Object value(JsonNode value, Schema schema) {
        if (value.isNull()) {
            return schema.isNullable()
                    ? NullValue.NULL_VALUE
                    : new InvalidData("invalid data, got null for schema with nullable=false");
        }
        if (schema.isIntOrString()) {
            return intOrString(value);
        }
        return switch (schema.type()) {
            case "object" -> object(value, schema);
            case "array" -> list(value, schema);
            case "string" -> string(value, schema.limits().format());
            case "number" -> value.isNumber() ? (Object) value.doubleValue() : expected("float", value);
            case "integer" -> value.isIntegralNumber() ? (Object) value.longValue() : expected("int", value);
            case "boolean" -> value.isBoolean() ? (Object) value.booleanValue() : expected("bool", value);
            default ->
                schema.preservesUnknownFields()
                        ? new UnknownData(value)
                        : new InvalidData("invalid type, expected object, array, number, integer, boolean or string");
        };
    }

    private static Object intOrString(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isIntegralNumber()
                ? (Object) value.longValue()
                : new InvalidData("invalid data, expected XIntOrString value to be either a string or integer");
    }

    private static Object object(JsonNode value, Schema schema) {
        if (!(value instanceof ObjectNode object)) {
            return new InvalidData("invalid data, expected a map for the provided schema with type=object");
        }
        if (schema.isEmbeddedResource() || !schema.properties().isEmpty() || schema.additionalProperties() == null) {
            return new KubeObject(
                    object, schema.isEmbeddedResource() ? ResourceRoot.properties(schema) : schema.properties());
        }
        return new KubeMap(object, schema.additionalProperties());
    }

    private static Object list(JsonNode value, Schema schema) {
        if (!(value instanceof ArrayNode list)) {
            return new InvalidData("invalid data, expected an array for the provided schema with type=array");
        }
        Schema items = schema.items();
        if (items == null) {
            return new InvalidData("invalid array type, expected Items with a non-empty Schema");
        }
        return KubeList.of(list, items, schema.listType(), schema.listMapKeys());
    }

    private static Object string(JsonNode value, String format) {
        if (!value.isTextual()) {
            return expected("string", value);
        }
        String text = value.textValue();
        Optional<?> parsed =
                switch (format) {
                    case "duration" -> DurationSyntax.parseFormat(text);
                    case "date" -> TimeText.parseDate(text);
                    case "date-time" -> TimeText.parseDateTime(text);
                    case "byte" -> bytes(text);
                    default -> Optional.of(text);
                };
        return parsed.isPresent()
                ? parsed.get()
                : new InvalidData("invalid data, not a string of the format " + format + ": " + text);
    }

    private static Optional<CelByteString> bytes(String text) {
        try {
            return Optional.of(CelByteString.of(
                    Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static InvalidData expected(String type, JsonNode value) {
        String actual =
                switch (value.getNodeType()) {
                    case ARRAY -> "[]interface {}";
                    case OBJECT -> "map[string]interface {}";
                    case STRING -> "string";
                    case BOOLEAN -> "bool";
                    default -> value.isIntegralNumber() ? "int64" : "float64";
                };
        return new InvalidData("invalid data, expected " + type + ", got " + actual);
    }
}
