package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.Map;

/**
 * What a clause of {@code allOf}, {@code anyOf}, {@code oneOf} or {@code not} must not state, because it belongs to the
 * structure. Mirrors {@code validateValueValidation} in {@code pkg/apiserver/schema/validation.go} of {@code
 * k8s.io/apiextensions-apiserver}.
 */
final class NestedRules {
    private static final String[] STRUCTURE = {
        "type",
        "additionalProperties",
        "default",
        "title",
        "description",
        "nullable",
        "x-kubernetes-preserve-unknown-fields",
        "x-kubernetes-embedded-resource",
        "x-kubernetes-int-or-string",
        "x-kubernetes-list-map-keys",
        "x-kubernetes-list-type",
        "x-kubernetes-map-type",
        "x-kubernetes-validations"
    };

    private final Findings findings;

    NestedRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks the clauses and the pattern of a schema that is part of the structure. */
    void check(JsonNode schema, FieldPath path) {
        boolean both = isIntOrString(schema.path("anyOf"));
        boolean bothInFirst = isIntOrString(schema.path("allOf").path(0).path("anyOf"));
        values(schema, both, bothInFirst, path);
    }

    /** The two types of an integer or a string, which are allowed in a clause. */
    private static boolean isIntOrString(JsonNode anyOf) {
        return anyOf.size() == 2 && isOnlyType(anyOf.get(0), "integer") && isOnlyType(anyOf.get(1), "string");
    }

    private static boolean isOnlyType(JsonNode clause, String type) {
        return clause.size() == 1 && SchemaTree.text(clause, "type").equals(type);
    }

    private void values(JsonNode schema, boolean skipAnyOf, boolean skipInFirst, FieldPath path) {
        clauses(schema, skipAnyOf ? "" : "anyOf", false, path);
        clauses(schema, "allOf", skipInFirst, path);
        clauses(schema, "oneOf", false, path);
        if (schema.path("not").isObject()) {
            nested(schema.path("not"), false, path.child("not"));
        }
        String pattern = SchemaTree.text(schema, "pattern");
        if (!pattern.isEmpty()) {
            pattern(pattern, path.child("pattern"));
        }
    }

    private void clauses(JsonNode schema, String field, boolean skipAnyOfFirst, FieldPath path) {
        JsonNode list = schema.path(field);
        for (int i = 0; i < list.size(); i++) {
            nested(list.get(i), skipAnyOfFirst && i == 0, path.child(field).index(i));
        }
    }

    private void nested(JsonNode clause, boolean skipAnyOf, FieldPath path) {
        values(clause, skipAnyOf, false, path);
        if (clause.path("items").isObject()) {
            nested(clause.path("items"), false, path.child("items"));
        }
        for (Map.Entry<String, JsonNode> field : clause.path("properties").properties()) {
            nested(field.getValue(), false, path.child("properties").key(field.getKey()));
        }
        for (String field : STRUCTURE) {
            JsonNode value = clause.path(field);
            boolean stated = field.equals("additionalProperties")
                    ? value.isObject() || value.asBoolean()
                    : SchemaTree.has(clause, field) && !(value.isArray() && value.isEmpty());
            if (stated) {
                findings.forbidden(
                        CrdRules.STRUCTURAL_SCHEMA,
                        path.child(field),
                        "must be stated outside of allOf, anyOf, oneOf and not, for the schema to be structural");
            }
        }
        if (clause.path("properties").has("metadata")) {
            findings.forbidden(
                    CrdRules.STRUCTURAL_SCHEMA,
                    path.child("properties").key("metadata"),
                    "must not be used in allOf, anyOf, oneOf and not");
        }
    }

    private void pattern(String pattern, FieldPath path) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException problem) {
            findings.invalid(
                    CrdRules.STRUCTURAL_SCHEMA,
                    path,
                    pattern,
                    "must be a regular expression of RE2: " + problem.getDescription());
        }
    }
}
