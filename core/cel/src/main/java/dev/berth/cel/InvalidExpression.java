package dev.berth.cel;

/** An expression that does not compile. Its message says why, in one line. */
final class InvalidExpression extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidExpression(String message) {
        super(message);
    }
}
