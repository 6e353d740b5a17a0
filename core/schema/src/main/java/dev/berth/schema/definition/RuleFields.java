package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import java.util.List;

/** The fields of the rules in {@code x-kubernetes-validations}, except the expressions. */
final class RuleFields {
    private static final List<String> REASONS =
            List.of("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

    private final Findings findings;

    RuleFields(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode schema, FieldPath path) {
        JsonNode rules = schema.path("x-kubernetes-validations");
        for (int i = 0; i < rules.size(); i++) {
            FieldPath at = path.child("x-kubernetes-validations").index(i);
            texts(rules.get(i), at);
            if (rules.get(i).has("reason") && !REASONS.contains(SchemaTree.text(rules.get(i), "reason"))) {
                String reason = SchemaTree.text(rules.get(i), "reason");
                findings.notSupported(CrdRules.RULE, at.child("reason"), reason, REASONS);
            }
            fieldPath(SchemaTree.text(rules.get(i), "fieldPath"), schema, at.child("fieldPath"));
        }
    }

    private void texts(JsonNode rule, FieldPath path) {
        String expression = SchemaTree.text(rule, "rule").strip();
        String message = SchemaTree.text(rule, "message");
        String messageExpression = SchemaTree.text(rule, "messageExpression");
        if (expression.isEmpty()) {
            findings.required(CrdRules.RULE, path.child("rule"), "a rule needs an expression");
        } else if (!message.isEmpty() && message.isBlank()) {
            findings.invalid(CrdRules.RULE, path.child("message"), message, "must not be blank");
        } else if (hasLines(message.strip())) {
            findings.invalid(CrdRules.RULE, path.child("message"), message, "must not contain line breaks");
        } else if (hasLines(expression) && message.isBlank()) {
            findings.required(CrdRules.RULE, path.child("message"), "a rule of several lines needs a message");
        }
        if (!messageExpression.isEmpty() && messageExpression.isBlank()) {
            findings.required(CrdRules.RULE, path.child("messageExpression"), "must not be blank");
        }
    }

    private void fieldPath(String written, JsonNode schema, FieldPath path) {
        if (written.isEmpty()) {
            return;
        }
        if (written.isBlank()) {
            findings.invalid(CrdRules.RULE, path, written, "must not be blank");
        }
        if (hasLines(written)) {
            findings.invalid(CrdRules.RULE, path, written, "must not contain line breaks");
        }
        if (!StructuralRules.isUnconvertible(schema)
                && SchemaPath.find(written, schema, true).isEmpty()) {
            findings.invalid(CrdRules.RULE, path, written, "must lead to a field of the schema");
        }
    }

    private static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
