package dev.berth.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code x-kubernetes-validations}; a text that is not written is empty.
 *
 * @param rule the CEL expression
 * @param message what the server answers if the expression is false
 * @param messageExpression a CEL expression for that answer
 * @param reason the reason of the cause, such as {@code FieldValueForbidden}
 * @param fieldPath the JSON path of the cause, below the node that has the rule
 * @param optionalOldSelf whether {@code oldSelf} is optional, so that the rule is evaluated on creation too; null if it
 *     is not written
 */
public record ValidationRule(
        String rule,
        String message,
        String messageExpression,
        String reason,
        String fieldPath,
        @Nullable Boolean optionalOldSelf) {

    static ValidationRule of(JsonNode written) {
        return new ValidationRule(
                written.path("rule").asText(),
                written.path("message").asText(),
                written.path("messageExpression").asText(),
                written.path("reason").asText(),
                written.path("fieldPath").asText(),
                written.hasNonNull("optionalOldSelf")
                        ? written.get("optionalOldSelf").asBoolean()
                        : null);
    }
}
