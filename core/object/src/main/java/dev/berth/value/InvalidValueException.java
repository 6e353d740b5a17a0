package dev.berth.value;

/**
 * Reports a value that its type refuses. The message names the value, the rule that it breaks, and what to do.
 *
 * <p>It is thrown on the line that creates the value, so the first line of the caller's own code in the stack trace is
 * the line to correct. The message has the form in which the API server reports a field: what, {@code Invalid value},
 * the value, the rule.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with a complete message. */
    public InvalidValueException(String message) {
        super(message);
    }

    /**
     * Creates an exception in the API server's form.
     *
     * @param what what was being created, in the user's terms: {@code Port}, {@code ConfigMap "app" key}
     * @param value the refused value
     * @param rule what the value must be
     */
    public static InvalidValueException of(String what, Object value, String rule) {
        String shown = value instanceof Number ? value.toString() : "\"" + value + "\"";
        return new InvalidValueException(what + ": Invalid value: " + shown + ": " + rule);
    }
}
