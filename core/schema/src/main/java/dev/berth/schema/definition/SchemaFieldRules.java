package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of each schema of a CustomResourceDefinition. Mirrors {@code ValidateCustomResourceDefinitionOpenAPISchema} in
 * {@code pkg/apis/apiextensions/validation/validation.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class SchemaFieldRules {
    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final Set<String> OF_OBJECTS = Set.of("metadata", "kind", "apiVersion");
    private static final String[] NOT_SUPPORTED = {
        "id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"
    };

    private final Findings findings;

    SchemaFieldRules(Findings findings) {
        this.findings = findings;
    }

    /**
     * What holds for a schema because of where it stands.
     *
     * @param resource whether its fields are those of an object of Kubernetes
     * @param metadata whether it describes the type or the metadata of such an object
     * @param defaults whether it may have a default
     */
    private record Place(boolean resource, boolean metadata, boolean defaults) {

        Place below() {
            return new Place(false, metadata, defaults);
        }
    }

    void check(JsonNode root, FieldPath path) {
        schema(root, new Place(true, false, true), path);
    }

    private void schema(JsonNode schema, Place place, FieldPath path) {
        if (!schema.isObject()) {
            return;
        }
        standard(schema, place, path);
        if (SchemaTree.flag(schema, "uniqueItems")) {
            forbidden(path.child("uniqueItems"), "must not be true, because the check takes quadratic time");
        }
        properties(schema, place, path);
        SchemaTree.clauses(schema, path, (clause, at) -> schema(clause, place.below(), at));
        for (Map.Entry<String, JsonNode> entry : schema.path("definitions").properties()) {
            schema(entry.getValue(), place.below(), path.child("definitions").key(entry.getKey()));
        }
        for (Map.Entry<String, JsonNode> entry : schema.path("dependencies").properties()) {
            schema(entry.getValue(), place.below(), path.child("dependencies").key(entry.getKey()));
        }
        JsonNode items = schema.path("items");
        schema(items, place.below(), path.child("items"));
        for (int i = 0; items.isArray() && i < items.size(); i++) {
            schema(items.get(i), place.below(), path.child("items").index(i));
        }
        if (schema.has("x-kubernetes-preserve-unknown-fields")
                && !SchemaTree.flag(schema, "x-kubernetes-preserve-unknown-fields")) {
            findings.invalid(
                    CrdRules.SCHEMA_FIELD,
                    path.child("x-kubernetes-preserve-unknown-fields"),
                    false,
                    "must be true, or left out");
        }
        new ListRules(findings).check(schema, path);
        new RuleFields(findings).check(schema, path);
    }

    private void standard(JsonNode schema, Place place, FieldPath path) {
        String type = SchemaTree.text(schema, "type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            findings.notSupported(CrdRules.SCHEMA_TYPE, path.child("type"), type, TYPES);
        }
        if (type.equals("null")) {
            forbidden(path.child("type"), "must not be null; use nullable");
        }
        if (schema.has("default") && !place.defaults) {
            forbidden(path.child("default"), "must not be set for the type and the metadata of an object");
        }
        for (String field : NOT_SUPPORTED) {
            boolean used = (schema.path(field).isContainerNode() && !field.equals("dependencies"))
                    ? !schema.path(field).isEmpty() || field.equals("additionalItems")
                    : schema.has(field) && (field.equals("$ref") || SchemaTree.has(schema, field));
            if (used) {
                forbidden(path.child(field), "is not supported");
            }
        }
        if (schema.path("items").isArray() && !schema.path("items").isEmpty()) {
            forbidden(path.child("items"), "must be a schema and not a list");
        }
        if (place.metadata && SchemaTree.flag(schema, "x-kubernetes-embedded-resource")) {
            forbidden(path.child("x-kubernetes-embedded-resource"), "must not be used in metadata");
        }
    }

    private void properties(JsonNode schema, Place place, FieldPath path) {
        JsonNode additional = schema.path("additionalProperties");
        JsonNode properties = schema.path("properties");
        if (!additional.isMissingNode()) {
            FieldPath at = path.child("additionalProperties");
            if (!properties.isEmpty() && !(additional.isBoolean() && additional.asBoolean())) {
                forbidden(at, "must not be used together with properties");
            }
            schema(additional, place.metadata ? new Place(false, true, false) : place.below(), at);
        }
        boolean resource = place.resource || SchemaTree.flag(schema, "x-kubernetes-embedded-resource");
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            boolean ofObject = resource && OF_OBJECTS.contains(field.getKey());
            Place ofField = ofObject ? new Place(false, true, place.defaults && !place.resource) : place.below();
            schema(field.getValue(), ofField, path.child("properties").key(field.getKey()));
        }
    }

    private void forbidden(FieldPath path, String why) {
        findings.forbidden(CrdRules.SCHEMA_FIELD, path, why);
    }
}
