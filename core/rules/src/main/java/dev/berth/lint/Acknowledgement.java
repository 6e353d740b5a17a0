package dev.berth.lint;

import dev.berth.object.ObjectId;
import dev.berth.value.InvalidValueException;

/**
 * Says that something broken about one object is known and meant.
 *
 * @param rule the ID of the rule
 * @param object the object that it is accepted for
 * @param reason why it is right here, for whoever reads the declaration
 */
public record Acknowledgement(String rule, ObjectId object, String reason) {

    /**
     * Makes an acknowledgement.
     *
     * @throws InvalidValueException when no rule has this ID, or no reason is given
     */
    public Acknowledgement {
        if (!LintRules.hasRule(rule)) {
            throw InvalidValueException.of("Acknowledgement", rule, "must be the ID of a rule of docs/lint.md");
        }
        if (reason.isBlank()) {
            throw InvalidValueException.of("Acknowledgement of " + rule, reason, "must say a reason");
        }
    }
}
