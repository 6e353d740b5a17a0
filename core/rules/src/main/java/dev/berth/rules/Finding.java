package dev.berth.rules;

/**
 * One thing that is wrong with an object.
 *
 * @param rule the ID of the rule that it breaks
 * @param field the field as the API server prints it; empty where the object as a whole is meant
 * @param type what is wrong, in the server's vocabulary
 * @param message the value and what it should be, in one line; never a value of a Secret
 * @param source the Kubernetes function that says so, and its file
 */
public record Finding(String rule, String field, FindingType type, String message, String source) {
    /** A finding of the given rule. */
    public static Finding of(Rule rule, FieldPath field, FindingType type, String message) {
        return new Finding(rule.id(), field.toString(), type, message, rule.source());
    }

    /** The field and the message, as a line of a report. */
    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
