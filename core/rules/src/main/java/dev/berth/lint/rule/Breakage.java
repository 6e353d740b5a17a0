package dev.berth.lint.rule;

import dev.berth.object.ObjectId;
import dev.berth.rules.Finding;

/**
 * Something in a set that the API server accepts and the cluster cannot run.
 *
 * @param object the object to correct
 * @param severity how bad it is
 * @param finding the rule, the field, and in words what happens and what to do
 */
public record Breakage(ObjectId object, Severity severity, Finding finding) {

    /** One line of a report: object, field, message and rule. */
    @Override
    public String toString() {
        return object + ": " + finding + " (" + finding.rule() + ")";
    }
}
