package dev.berth.schema.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.schema.Schema;

/** How many items a list may have, and how many fields an object. */
final class SizeCheck {
    private SizeCheck() {}

    static void items(Schema schema, ArrayNode list, FieldPath path, CheckResult result) {
        Long least = schema.limits().minItems();
        Long most = schema.limits().maxItems();
        if (least != null && list.size() < least) {
            result.add(findings ->
                    findings.invalid(SchemaRules.ITEMS, path, list.size(), "must have at least " + least + " items"));
        }
        if (most != null && list.size() > most) {
            result.add(findings -> findings.tooMany(SchemaRules.ITEMS, path, list.size(), most.intValue()));
        }
    }

    static void properties(Schema schema, ObjectNode object, FieldPath path, CheckResult result) {
        Long least = schema.limits().minProperties();
        Long most = schema.limits().maxProperties();
        if (least != null && object.size() < least) {
            result.add(findings -> findings.invalid(
                    SchemaRules.PROPERTIES, path, object.size(), "must have at least " + least + " fields"));
        }
        if (most != null && object.size() > most) {
            result.add(findings -> findings.tooMany(SchemaRules.PROPERTIES, path, object.size(), most.intValue()));
        }
    }
}
