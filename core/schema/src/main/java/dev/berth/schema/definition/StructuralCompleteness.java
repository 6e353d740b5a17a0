package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.Map;

/**
 * Each field and each list in a clause has to be part of the structure. Mirrors {@code pkg/apiserver/schema/complete.go}
 * of {@code k8s.io/apiextensions-apiserver}, which looks at the clauses of the root only.
 */
final class StructuralCompleteness {
    private final Findings findings;

    StructuralCompleteness(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode root, FieldPath path) {
        clauses(root, root, path);
    }

    private void clauses(JsonNode schema, JsonNode structure, FieldPath path) {
        SchemaTree.clauses(schema, path, (clause, at) -> nested(clause, structure, path));
    }

    /** {@code path} is the path of the structure, where the server misses what the clause has. */
    private void nested(JsonNode clause, JsonNode structure, FieldPath path) {
        clauses(clause, structure, path);
        if (clause.path("items").isObject()) {
            below(clause.path("items"), structure.path("items"), path.child("items"));
        }
        for (Map.Entry<String, JsonNode> field : clause.path("properties").properties()) {
            FieldPath at = path.child("properties").key(field.getKey());
            below(field.getValue(), structure.path("properties").path(field.getKey()), at);
        }
    }

    private void below(JsonNode clause, JsonNode structure, FieldPath path) {
        if (structure.isObject()) {
            nested(clause, structure, path);
        } else {
            findings.required(
                    CrdRules.STRUCTURAL_SCHEMA, path, "is used in allOf, anyOf, oneOf or not, so it has to be defined");
        }
    }
}
