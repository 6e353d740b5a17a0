package dev.berth.cel;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.schema.Schema;
import dev.berth.schema.ValidationRule;
import java.util.Set;

/**
 * What the server checks of an entry of {@code x-kubernetes-validations} before it compiles the expressions. Mirrors
 * {@code ValidateCustomResourceDefinitionOpenAPISchema} in {@code pkg/apis/apiextensions/validation/validation.go} of
 * {@code apiextensions-apiserver}.
 */
final class RuleTexts {
    private static final Set<String> REASONS =
            Set.of("FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate");

    private RuleTexts() {}

    static void check(ValidationRule rule, Schema node, FieldPath path, DefinitionFindings findings) {
        checkRule(rule, path, findings);
        if (!rule.messageExpression().isEmpty() && rule.messageExpression().isBlank()) {
            findings.add(path.child("messageExpression"), FindingType.REQUIRED, "must not be blank");
        }
        if (!rule.reason().isEmpty() && !REASONS.contains(rule.reason())) {
            findings.add(
                    path.child("reason"),
                    FindingType.NOT_SUPPORTED,
                    "'" + rule.reason() + "': one of FieldValueDuplicate, FieldValueForbidden, FieldValueInvalid, "
                            + "FieldValueRequired");
        }
        if (rule.fieldPath().isEmpty()) {
            return;
        }
        FieldPath field = path.child("fieldPath");
        if (rule.fieldPath().isBlank()) {
            findings.add(field, FindingType.INVALID, "must not be blank");
        }
        if (hasLineBreak(rule.fieldPath())) {
            findings.add(field, FindingType.INVALID, "must not have line breaks");
        }
        if (JsonPath.resolve(rule.fieldPath(), node).isEmpty()) {
            findings.add(
                    field,
                    FindingType.INVALID,
                    "'" + rule.fieldPath() + "' is not the path of a field below the node of the rule");
        }
    }

    private static void checkRule(ValidationRule rule, FieldPath path, DefinitionFindings findings) {
        String message = rule.message().strip();
        if (rule.rule().isBlank()) {
            findings.add(path.child("rule"), FindingType.REQUIRED, "the rule is empty");
        } else if (!rule.message().isEmpty() && message.isEmpty()) {
            findings.add(path.child("message"), FindingType.INVALID, "must not be blank");
        } else if (hasLineBreak(message)) {
            findings.add(path.child("message"), FindingType.INVALID, "must not have line breaks");
        } else if (hasLineBreak(rule.rule().strip()) && message.isEmpty()) {
            findings.add(path.child("message"), FindingType.REQUIRED, "a rule of several lines needs a message");
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
