package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.Map;
import java.util.Set;

/**
 * What makes a schema structural: the structure is stated once, outside of {@code allOf}, {@code anyOf}, {@code oneOf} and
 * {@code not}. Mirrors {@code pkg/apiserver/schema/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class StructuralRules {
    private static final Set<String> UNSUPPORTED =
            Set.of("id", "$schema", "$ref", "patternProperties", "dependencies", "additionalItems", "definitions");

    private final Findings findings;

    /** Where a schema stands, which the server mentions if it has no type. */
    private enum Level {
        ROOT("at the root"),
        ITEM("for the items of a list"),
        FIELD("for a field of an object");

        private final String words;

        Level(String words) {
            this.words = words;
        }
    }

    StructuralRules(Findings findings) {
        this.findings = findings;
    }

    /** Whether the server cannot convert the schema; it reports most of the reasons elsewhere. */
    static boolean isUnconvertible(JsonNode schema) {
        return SchemaTree.any(
                schema,
                node -> UNSUPPORTED.stream().anyMatch(field -> isUsed(node, field))
                        || node.path("items").isArray()
                        || (node.has("x-kubernetes-preserve-unknown-fields")
                                && !SchemaTree.flag(node, "x-kubernetes-preserve-unknown-fields")));
    }

    private static boolean isUsed(JsonNode node, String field) {
        JsonNode value = node.path(field);
        boolean asContainer = value.isContainerNode() && !field.equals("additionalItems");
        return asContainer ? !value.isEmpty() : SchemaTree.has(node, field);
    }

    void check(JsonNode root, FieldPath path) {
        node(root, Level.ROOT, path);
        new StructuralCompleteness(findings).check(root, path);
    }

    private void node(JsonNode schema, Level level, FieldPath path) {
        String type = SchemaTree.text(schema, "type");
        boolean embedded = SchemaTree.flag(schema, "x-kubernetes-embedded-resource");
        boolean preserves = SchemaTree.flag(schema, "x-kubernetes-preserve-unknown-fields");
        boolean intOrString = SchemaTree.flag(schema, "x-kubernetes-int-or-string");
        if (type.equals("array") && !schema.has("items")) {
            required(path.child("items"), "a list needs a schema of its items");
        }
        if (schema.path("items").isObject()) {
            node(schema.path("items"), Level.ITEM, path.child("items"));
        }
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            node(field.getValue(), Level.FIELD, path.child("properties").key(field.getKey()));
        }
        additional(schema, level, embedded, path);
        if (intOrString && preserves) {
            invalid(path.child("x-kubernetes-preserve-unknown-fields"), true, "must be false for an integer or string");
        }
        if (intOrString && embedded) {
            invalid(path.child("x-kubernetes-embedded-resource"), true, "must be false for an integer or string");
        }
        new NestedRules(findings).check(schema, path);
        if (embedded && !type.equals("object")) {
            typed(type, "must be object, because the value is an embedded resource", path);
        } else if (type.isEmpty() && !intOrString && !preserves) {
            required(path.child("type"), "must not be empty " + level.words);
        }
        if (level == Level.ROOT && !type.isEmpty() && !type.equals("object")) {
            invalid(path.child("type"), type, "must be object at the root");
        }
        metadata(schema, level, level == Level.ROOT || embedded, path.child("properties"));
        if (embedded && !preserves && schema.path("properties").isEmpty()) {
            required(path.child("properties"), "an embedded resource needs fields, or has to keep unknown fields");
        }
    }

    private void additional(JsonNode schema, Level level, boolean embedded, FieldPath path) {
        if (!schema.has("additionalProperties")) {
            return;
        }
        FieldPath at = path.child("additionalProperties");
        if (level == Level.ROOT) {
            findings.forbidden(CrdRules.STRUCTURAL_SCHEMA, at, "must not be used at the root");
        }
        if (schema.path("additionalProperties").isObject()) {
            node(schema.path("additionalProperties"), Level.FIELD, at);
        }
        if (embedded) {
            findings.forbidden(CrdRules.STRUCTURAL_SCHEMA, at, "must not be used for an embedded resource");
        }
    }

    private void typed(String type, String should, FieldPath path) {
        if (type.isEmpty()) {
            required(path.child("type"), should);
        } else {
            invalid(path.child("type"), type, should);
        }
    }

    /** Of the metadata of an object, a schema can only restrict the name. */
    private void metadata(JsonNode schema, Level level, boolean resource, FieldPath properties) {
        JsonNode fields = schema.path("properties");
        for (String field : new String[] {"kind", "apiVersion"}) {
            String type = SchemaTree.text(fields.path(field), "type");
            if (resource && fields.has(field) && !type.equals("string")) {
                invalid(properties.key(field).child("type"), type, "must be string");
            }
        }
        JsonNode metadata = fields.path("metadata");
        if (metadata.isMissingNode()) {
            return;
        }
        FieldPath path = properties.key("metadata");
        if (resource && !SchemaTree.text(metadata, "type").equals("object")) {
            invalid(path.child("type"), SchemaTree.text(metadata, "type"), "must be object");
        }
        if (level == Level.ROOT && !restrictsOnlyTheName(metadata)) {
            findings.forbidden(
                    CrdRules.STRUCTURAL_SCHEMA,
                    path,
                    "must not specify anything but name and generateName, because the server knows the metadata");
        }
    }

    private static boolean restrictsOnlyTheName(JsonNode metadata) {
        for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
            String field = entry.getKey();
            boolean allowed = field.equals("type") || field.equals("default") || !SchemaTree.has(metadata, field);
            boolean names = field.equals("properties") && hasOnlyNames(entry.getValue());
            if (!allowed && !names) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOnlyNames(JsonNode fields) {
        int names = (fields.has("name") ? 1 : 0) + (fields.has("generateName") ? 1 : 0);
        return names == fields.size();
    }

    private void required(FieldPath path, String why) {
        findings.required(CrdRules.STRUCTURAL_SCHEMA, path, why);
    }

    private void invalid(FieldPath path, Object value, String should) {
        findings.invalid(CrdRules.STRUCTURAL_SCHEMA, path, value, should);
    }
}
