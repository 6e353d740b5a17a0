package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.format.StringFormats;
import java.util.LinkedHashSet;
import java.util.Set;

/** Formats in the schema of a custom resource that the server does not know, and therefore does not check. */
final class CrdFormats {
    private static final Rule FORMAT = new Rule(
            "schema-format-unknown",
            "GetUnrecognizedFormats",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/validation/formats.go");
    private static final Set<String> OF_INTEGERS = Set.of("int32", "int64");
    private static final Set<String> OF_NUMBERS = Set.of("float", "double");

    private CrdFormats() {}

    /** Adds a warning for each unknown format that the definition did not have before. */
    static void check(JsonNode before, JsonNode definition, WarningList warnings) {
        Set<String> formats = unknown(definition);
        formats.removeAll(unknown(before));
        for (String format : formats) {
            warnings.add(
                    FORMAT,
                    FieldPath.root(),
                    "The format \"" + format + "\" is not known, so values are not checked against it.",
                    "Use a pattern, or a format that Kubernetes knows.");
        }
    }

    private static Set<String> unknown(JsonNode definition) {
        Set<String> formats = new LinkedHashSet<>();
        for (JsonNode version : definition.path("spec").path("versions")) {
            schema(version.path("schema").path("openAPIV3Schema"), formats);
        }
        return formats;
    }

    private static void schema(JsonNode schema, Set<String> unknown) {
        String format = Tree.text(schema, "format");
        if (!format.isEmpty() && !isKnown(Tree.text(schema, "type"), format)) {
            unknown.add(format);
        }
        for (String field : new String[] {"items", "additionalProperties", "not"}) {
            if (schema.path(field).isObject()) {
                schema(schema.path(field), unknown);
            }
        }
        for (String field :
                new String[] {"properties", "patternProperties", "definitions", "allOf", "anyOf", "oneOf"}) {
            schema.path(field).forEach(part -> schema(part, unknown));
        }
    }

    private static boolean isKnown(String type, String format) {
        return switch (type) {
            case "", "string" -> StringFormats.isKnown(format.replace("-", ""));
            case "integer" -> OF_INTEGERS.contains(format);
            case "number" -> OF_NUMBERS.contains(format);
            default -> false;
        };
    }
}
