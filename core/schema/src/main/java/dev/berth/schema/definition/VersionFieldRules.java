package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The subresources, the printer columns and the selectable fields of a version. */
final class VersionFieldRules {
    private static final List<String> COLUMN_TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> COLUMN_FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
    private static final Set<String> SELECTABLE = Set.of("string", "boolean", "integer");
    private static final int MOST_SELECTABLE = 8;

    private final Findings findings;

    VersionFieldRules(Findings findings) {
        this.findings = findings;
    }

    void subresources(JsonNode subresources, FieldPath path) {
        JsonNode scale = subresources.path("scale");
        if (!scale.isObject()) {
            return;
        }
        FieldPath at = path.child("scale");
        replicas(SchemaTree.text(scale, "specReplicasPath"), ".spec.", at.child("specReplicasPath"));
        replicas(SchemaTree.text(scale, "statusReplicasPath"), ".status.", at.child("statusReplicasPath"));
        String selector = SchemaTree.text(scale, "labelSelectorPath");
        FieldPath ofSelector = at.child("labelSelectorPath");
        if (!selector.isEmpty() && !selector.startsWith(".spec.") && !selector.startsWith(".status.")) {
            findings.invalid(CrdRules.SUBRESOURCES, ofSelector, selector, "must be a path under .spec or .status");
        }
    }

    private void replicas(String written, String root, FieldPath path) {
        if (written.isEmpty()) {
            findings.required(CrdRules.SUBRESOURCES, path, "");
        } else if (!written.startsWith(root)) {
            String should = "must be a path under " + root.substring(0, root.length() - 1);
            findings.invalid(CrdRules.SUBRESOURCES, path, written, should);
        }
    }

    void columns(JsonNode columns, FieldPath path) {
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            FieldPath at = path.index(i);
            findings.requireText(CrdRules.COLUMNS, at.child("name"), SchemaTree.text(column, "name"));
            String type = SchemaTree.text(column, "type");
            String types = "must be one of " + String.join(", ", COLUMN_TYPES);
            if (type.isEmpty()) {
                findings.required(CrdRules.COLUMNS, at.child("type"), types);
            } else if (!COLUMN_TYPES.contains(type)) {
                findings.invalid(CrdRules.COLUMNS, at.child("type"), type, types);
            }
            String format = SchemaTree.text(column, "format");
            if (!format.isEmpty() && !COLUMN_FORMATS.contains(format)) {
                String formats = "must be one of " + String.join(", ", COLUMN_FORMATS);
                findings.invalid(CrdRules.COLUMNS, at.child("format"), format, formats);
            }
            String jsonPath = SchemaTree.text(column, "jsonPath");
            boolean stated = findings.requireText(CrdRules.COLUMNS, at.child("JSONPath"), jsonPath);
            if (stated && !jsonPath.startsWith(".")) {
                findings.invalid(CrdRules.COLUMNS, at.child("JSONPath"), jsonPath, "must start with '.'");
            }
        }
    }

    void selectableFields(JsonNode fields, JsonNode schema, FieldPath path) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String written = SchemaTree.text(fields.get(i), "jsonPath");
            FieldPath at = path.index(i).child("jsonPath");
            if (!findings.requireText(CrdRules.SELECTABLE, at, written)) {
                continue;
            }
            Optional<SchemaPath> found = SchemaPath.find(written, schema, false);
            if (found.isEmpty()) {
                findings.invalid(CrdRules.SELECTABLE, at, written, "must lead to a field of the schema");
                continue;
            }
            List<String> steps = found.get().steps();
            if (!steps.isEmpty() && steps.get(0).equals("metadata")) {
                findings.invalid(CrdRules.SELECTABLE, at, written, "must not lead to metadata");
            }
            if (!SELECTABLE.contains(SchemaTree.text(found.get().schema(), "type"))) {
                findings.invalid(CrdRules.SELECTABLE, at, written, "must lead to a string, a boolean or an integer");
            }
            if (!seen.add(steps)) {
                findings.duplicate(CrdRules.SELECTABLE, at, written);
            }
        }
        if (seen.size() > MOST_SELECTABLE) {
            findings.tooMany(CrdRules.SELECTABLE, path, seen.size(), MOST_SELECTABLE);
        }
    }
}
