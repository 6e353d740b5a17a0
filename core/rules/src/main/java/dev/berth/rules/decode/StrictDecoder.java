package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.FieldType.ListOf;
import dev.berth.rules.decode.FieldType.Scalar;
import dev.berth.rules.decode.ObjectSchema.SchemaField;
import dev.berth.value.Nearest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against the schema of its kind, and changes it as Go's decoder does: {@code null} means absence, or the
 * zero value inside a list or a map.
 */
final class StrictDecoder {
    private final Findings findings;

    StrictDecoder(Findings findings) {
        this.findings = findings;
    }

    /** Checks the fields of an object, and drops those that are null. */
    void object(ObjectNode object, ObjectSchema schema, FieldPath path) {
        List<String> nulls = new ArrayList<>(0);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = entry.getKey();
            SchemaField field = schema.field(name);
            if (field == null) {
                report(
                        DecodeRules.UNKNOWN_FIELD,
                        path.child(name),
                        "there is no such field." + Nearest.question(name, schema.names()));
            } else if (entry.getValue().isNull()) {
                nulls.add(name);
            } else if (!isPlainly(entry.getValue(), field.type())) {
                JsonNode replaced = field.type().check(entry.getValue(), this, path.child(name));
                if (replaced != null) {
                    entry.setValue(replaced);
                }
            }
        }
        object.remove(nulls);
    }

    /** Returns whether it is a string or a boolean where one is expected, so that its path is not needed. */
    private static boolean isPlainly(JsonNode value, FieldType type) {
        return type == Scalar.STRING ? value.isTextual() : type == Scalar.BOOL && value.isBoolean();
    }

    void object(JsonNode value, ObjectSchema schema, FieldPath path) {
        if (value instanceof ObjectNode object) {
            object(object, schema, path);
        } else {
            wrongType(value, "an object", path);
        }
    }

    void list(JsonNode value, FieldType element, FieldPath path) {
        if (value instanceof ArrayNode array) {
            elements(array, element, path);
        } else {
            wrongType(value, "a list", path);
        }
    }

    void map(JsonNode value, FieldType type, FieldPath path) {
        if (value instanceof ObjectNode object) {
            entries(object, type, path);
        } else {
            wrongType(value, "a map", path);
        }
    }

    private void elements(ArrayNode array, FieldType type, FieldPath path) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            if (!isPlainly(element, type)) {
                JsonNode replaced = element.isNull() ? zero(type) : type.check(element, this, path.index(i));
                if (replaced != null) {
                    array.set(i, replaced);
                }
            }
        }
    }

    private void entries(ObjectNode object, FieldType type, FieldPath path) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode element = entry.getValue();
            if (!isPlainly(element, type)) {
                JsonNode replaced =
                        element.isNull() ? zero(type) : type.check(element, this, path.child(entry.getKey()));
                if (replaced != null) {
                    entry.setValue(replaced);
                }
            }
        }
    }

    private static JsonNode zero(FieldType type) {
        if (type instanceof ListOf) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING, BYTES, TIME -> TextNode.valueOf("");
                case QUANTITY -> TextNode.valueOf("0");
                case BOOL -> JsonNodeFactory.instance.booleanNode(false);
                case INT32, INT64, INT_OR_STRING -> IntNode.valueOf(0);
                case ANY -> JsonNodeFactory.instance.nullNode();
            };
        }
        return JsonNodeFactory.instance.objectNode();
    }

    @Nullable JsonNode scalar(JsonNode value, Scalar type, FieldPath path) {
        switch (type) {
            case STRING -> expect(value.isTextual(), value, type, path);
            case BOOL -> expect(value.isBoolean(), value, type, path);
            case INT32 -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type, path);
            case INT64 -> integer(value, Long.MIN_VALUE, Long.MAX_VALUE, type, path);
            case BYTES -> {
                return bytes(value, path);
            }
            case TIME -> time(value, path);
            case QUANTITY -> {
                return quantity(value, path);
            }
            case INT_OR_STRING -> {
                if (!value.isTextual()) {
                    integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type, path);
                    return IntNode.valueOf(value.intValue());
                }
            }
            case ANY -> {}
        }
        return null;
    }

    private void integer(JsonNode value, long least, long most, Scalar type, FieldPath path) {
        if (!value.isIntegralNumber()) {
            Rule rule = type == Scalar.INT_OR_STRING ? DecodeRules.INT_OR_STRING : DecodeRules.WRONG_TYPE;
            wrongType(rule, value, type.noun(), path);
        } else if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            report(DecodeRules.NUMBER_RANGE, path, value.asText() + " is outside of " + least + " to " + most);
        }
    }

    /** Checks a base64 string; Go also accepts a list of the bytes as numbers. */
    private @Nullable JsonNode bytes(JsonNode value, FieldPath path) {
        if (value instanceof ArrayNode list) {
            byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                if (!list.get(i).isNull()) {
                    integer(list.get(i), 0, 255, Scalar.BYTES, path.index(i));
                }
                bytes[i] = (byte) list.get(i).asInt();
            }
            return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
        }
        if (!value.isTextual()) {
            wrongType(value, Scalar.BYTES.noun(), path);
        } else if (!Base64Text.isValid(value.textValue())) {
            report(DecodeRules.BASE64, path, "is not base64; put plain text in stringData, or in data of a ConfigMap");
        }
        return null;
    }

    private void time(JsonNode value, FieldPath path) {
        if (!value.isTextual()) {
            wrongType(value, Scalar.TIME.noun(), path);
            return;
        }
        if (!TimeSyntax.isValid(value.textValue())) {
            report(DecodeRules.TIME, path, "is not a time such as 2026-01-31T12:00:00Z");
        }
    }

    private @Nullable JsonNode quantity(JsonNode value, FieldPath path) {
        if (!value.isTextual() && !value.isNumber()) {
            wrongType(DecodeRules.QUANTITY, value, Scalar.QUANTITY.noun(), path);
            return null;
        }
        String text = trimmed(value.asText());
        if (!QuantitySyntax.isValid(text)) {
            report(
                    DecodeRules.QUANTITY,
                    path,
                    Shortened.quoted(text) + " is not a quantity; write a number with one of the suffixes"
                            + " n u m k M G T P E or Ki Mi Gi Ti Pi Ei, such as 500m or 1Gi");
        }
        String amount = QuantitySyntax.hasDigits(text) ? text : "0";
        return value.isTextual() && amount.equals(value.textValue()) ? null : TextNode.valueOf(amount);
    }

    /**
     * Returns the string without leading and trailing white space. The server trims the JSON form, in which a tab or a
     * line break is an escape and stays.
     */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) ? c != '\u2028' && c != '\u2029' : c == '\u0085';
    }

    private void expect(boolean holds, JsonNode value, Scalar type, FieldPath path) {
        if (!holds) {
            wrongType(value, type.noun(), path);
        }
    }

    private void wrongType(JsonNode value, String expected, FieldPath path) {
        wrongType(DecodeRules.WRONG_TYPE, value, expected, path);
    }

    /** The message does not contain the value, which may belong to a Secret. */
    private void wrongType(Rule rule, JsonNode value, String expected, FieldPath path) {
        String actual =
                switch (value.getNodeType()) {
                    case ARRAY -> "a list";
                    case OBJECT -> "an object";
                    case STRING -> "a string";
                    case BOOLEAN -> "a boolean";
                    default -> value.isIntegralNumber() ? "an integer" : "a fraction";
                };
        String quote = expected.equals(Scalar.STRING.noun()) && value.isValueNode() ? "; put it in quotes" : "";
        report(rule, path, expected + " is expected, not " + actual + quote);
    }

    private void report(Rule rule, FieldPath path, String detail) {
        findings.add(rule, path, FindingType.MALFORMED, detail);
    }
}
