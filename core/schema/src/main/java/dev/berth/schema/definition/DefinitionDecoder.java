package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.decode.MetadataDecoder;
import dev.berth.schema.Values;
import dev.berth.value.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decodes a CustomResourceDefinition: reports unknown fields and wrong types, and drops what is null. */
final class DefinitionDecoder {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Rule UNKNOWN = new Rule(
            "crd-unknown-field",
            "saveStrictError",
            "vendor/sigs.k8s.io/json/internal/golang/encoding/json/kubernetes_patch.go");
    private static final Rule TYPE = new Rule(
            "crd-wrong-type", "literalStore", "vendor/sigs.k8s.io/json/internal/golang/encoding/json/decode.go");

    private final Findings findings;

    DefinitionDecoder(Findings findings) {
        this.findings = findings;
    }

    /** Returns a copy of the definition, without nulls. */
    ObjectNode decode(JsonNode written) {
        ObjectNode definition = (ObjectNode) Values.of(written);
        for (String name : names(definition)) {
            if (!TOP.contains(name)) {
                unknown(name, FieldPath.root(), TOP);
            }
        }
        MetadataDecoder.decode(definition.get("metadata"), FieldPath.of("metadata"), findings);
        JsonNode spec = definition.path("spec");
        if (!spec.isMissingNode() && !spec.isNull()) {
            object(spec, FieldTable.SPEC, true, FieldPath.of("spec"));
        }
        return definition;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void unknown(String name, FieldPath path, Set<String> known) {
        findings.add(
                UNKNOWN,
                path.child(name),
                FindingType.MALFORMED,
                "there is no such field." + Nearest.question(name, known));
    }

    private void object(JsonNode value, FieldTable table, boolean strict, FieldPath path) {
        if (!(value instanceof ObjectNode object)) {
            wrong("an object", path);
            return;
        }
        for (String name : names(object)) {
            FieldTable.Field field = table.field(name);
            JsonNode written = object.get(name);
            if (field == null) {
                if (strict) {
                    unknown(name, path, table.fieldNames());
                }
                object.remove(name);
            } else if (written.isNull()) {
                object.remove(name);
            } else {
                field(written, field, strict, path.child(name));
            }
        }
    }

    private void field(JsonNode value, FieldTable.Field field, boolean strict, FieldPath path) {
        FieldTable fields = field.fields().get();
        switch (field.kind()) {
            case TEXT -> expect(value.isTextual(), "a string", path);
            case BOOL -> expect(value.isBoolean(), "a boolean", path);
            case INTEGER -> expect(value.isIntegralNumber(), "an integer", path);
            case NUMBER -> expect(value.isNumber(), "a number", path);
            case TEXTS -> texts(value, path);
            case ANY -> {}
            case ANYS -> expect(value.isArray(), "a list", path);
            case OBJECT -> object(value, fields, strict, path);
            case OBJECTS -> objects(value, fields, strict, path);
            case OBJECT_MAP -> objectMap(value, fields, strict, path);
            case SCHEMA_OR_BOOL -> {
                if (!value.isBoolean()) {
                    object(value, fields, false, path);
                }
            }
            case SCHEMA_OR_LIST -> {
                if (value.isArray()) {
                    objects(value, fields, false, path);
                } else {
                    object(value, fields, false, path);
                }
            }
            case SCHEMA_OR_TEXTS_MAP -> schemasOrTexts(value, fields, path);
        }
    }

    private void texts(JsonNode value, FieldPath path) {
        if (!value.isArray()) {
            wrong("a list", path);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            expect(value.get(i).isTextual() || value.get(i).isNull(), "a string", path.index(i));
        }
    }

    private void objects(JsonNode value, FieldTable fields, boolean strict, FieldPath path) {
        if (!value.isArray()) {
            wrong("a list", path);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            object(value.get(i), fields, strict, path.index(i));
        }
    }

    private void objectMap(JsonNode value, FieldTable fields, boolean strict, FieldPath path) {
        if (!value.isObject()) {
            wrong("an object", path);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            object(entry.getValue(), fields, strict, path.child(entry.getKey()));
        }
    }

    private void schemasOrTexts(JsonNode value, FieldTable fields, FieldPath path) {
        if (!value.isObject()) {
            wrong("an object", path);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getValue().isArray()) {
                texts(entry.getValue(), path.child(entry.getKey()));
            } else {
                object(entry.getValue(), fields, false, path.child(entry.getKey()));
            }
        }
    }

    private void expect(boolean fits, String expected, FieldPath path) {
        if (!fits) {
            wrong(expected, path);
        }
    }

    private void wrong(String expected, FieldPath path) {
        findings.add(TYPE, path, FindingType.MALFORMED, expected + " is expected");
    }
}
