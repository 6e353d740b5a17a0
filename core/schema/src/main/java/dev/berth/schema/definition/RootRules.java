package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;

/** What the root of a schema must not have, given that the status is a part of it. */
final class RootRules {
    private static final String[] BEFORE_TYPE = {"id", "$schema", "$ref"};
    private static final String[] NOT_WITH_STATUS = {
        "nullable",
        "default",
        "enum",
        "maxProperties",
        "minProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "additionalProperties",
        "patternProperties",
        "dependencies",
        "additionalItems",
        "definitions",
        "x-kubernetes-embedded-resource",
        "x-kubernetes-int-or-string",
        "x-kubernetes-list-map-keys",
        "x-kubernetes-list-type",
        "x-kubernetes-map-type"
    };

    private RootRules() {}

    static void check(JsonNode schema, boolean status, FieldPath path, Findings findings) {
        String type = SchemaTree.text(schema, "type");
        if (status && hasAny(schema, BEFORE_TYPE)) {
            notWithStatus(path, findings);
        } else if (status && !type.isEmpty() && !type.equals("object")) {
            findings.invalid(
                    CrdRules.SCHEMA_ROOT, path.child("type"), type, "must be object, because there is a status");
        } else if (status && hasAny(schema, NOT_WITH_STATUS)) {
            notWithStatus(path, findings);
        }
        if (SchemaTree.flag(schema, "nullable")) {
            findings.forbidden(CrdRules.SCHEMA_ROOT, path.child("nullable"), "must not be true at the root");
        }
    }

    private static boolean hasAny(JsonNode schema, String[] fields) {
        for (String field : fields) {
            if (SchemaTree.has(schema, field)) {
                return true;
            }
        }
        return false;
    }

    private static void notWithStatus(FieldPath path, Findings findings) {
        findings.add(
                CrdRules.SCHEMA_ROOT,
                path,
                FindingType.INVALID,
                "with the subresource status, the root may only have type, properties, required, description,"
                        + " x-kubernetes-validations and x-kubernetes-preserve-unknown-fields");
    }
}
