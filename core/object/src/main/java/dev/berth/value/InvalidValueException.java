package dev.berth.value;

/**
 * A value that its type refuses: the message names what was given, the rule that it breaks, and what to do.
 *
 * <p>It is thrown on the line that makes the value, so the first line of the caller's own code in the stack trace is the
 * line to correct. The message has the form in which an API server reports a field: what, {@code Invalid value}, the
 * value, the rule.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message that is already complete. */
    public InvalidValueException(String message) {
        super(message);
    }

    /**
     * Makes an exception in the API server's form.
     *
     * @param what the thing that was to be made, as its user calls it: {@code Port}, {@code ConfigMap "app" key}
     * @param value the value that was given
     * @param rule what the value must be
     */
    public static InvalidValueException of(String what, Object value, String rule) {
        String shown = value instanceof Number ? value.toString() : "\"" + value + "\"";
        return new InvalidValueException(what + ": Invalid value: " + shown + ": " + rule);
    }
}
