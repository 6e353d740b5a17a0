package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.schema.Schema;
import dev.berth.schema.format.TextFormats;
import java.util.List;

/** The type of a value. Mirrors {@code pkg/validation/validate/type.go} of {@code k8s.io/kube-openapi}. */
final class TypeCheck {
    private static final List<String> OF_INTEGERS = List.of("int32", "int64");
    private static final List<String> OF_NUMBERS = List.of("float", "double");

    private TypeCheck() {}

    /** Returns the format if the server knows it for this type; empty otherwise. */
    static String format(Schema schema) {
        String format = schema.limits().format();
        if (format.isEmpty()) {
            return "";
        }
        String type = schema.types().size() == 1 ? schema.types().get(0) : "";
        boolean known =
                switch (type) {
                    case "", "string" -> TextFormats.isKnown(format);
                    case "integer" -> OF_INTEGERS.contains(format);
                    case "number" -> OF_NUMBERS.contains(format);
                    default -> false;
                };
        return known ? format : "";
    }

    static CheckResult check(Schema schema, JsonNode value, FieldPath path) {
        CheckResult result = new CheckResult();
        List<String> types = schema.types();
        if (value.isNull()) {
            if (types.isEmpty() || schema.isNullable()) {
                result.count();
            } else {
                wrong(result, path, String.join(" or ", types), "null");
            }
            return result;
        }
        String format = format(schema);
        String type = typeOf(value);
        boolean wholeFloat =
                type.equals("number") && types.contains("integer") && GoNumbers.isWhole(value.doubleValue());
        boolean integerAsNumber = type.equals("integer") && types.contains("number");
        boolean textOrList = value.isTextual() || value.isArray();
        boolean fits = types.contains(type) || wholeFloat || integerAsNumber;
        if (!textOrList && !format.isEmpty() && !fits) {
            wrong(result, path, format, type);
        } else if (textOrList && !format.isEmpty() && !types.contains("number") && !types.contains("integer")) {
            // The format decides for a text. For a list, nothing does.
            result.count();
        } else if (fits) {
            result.count();
        } else {
            wrong(result, path, String.join(" or ", types), type);
        }
        return result;
    }

    private static void wrong(CheckResult result, FieldPath path, String expected, String actual) {
        result.add(findings -> findings.add(
                SchemaRules.TYPE, path, FindingType.TYPE_INVALID, "must be of type " + expected + ", not " + actual));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }
}
