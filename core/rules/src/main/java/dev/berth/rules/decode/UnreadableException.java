package dev.berth.rules.decode;

/** The text is not YAML, or not YAML that the reader accepts; never leaves this package. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** {@code line} counts from 1 within the document. */
    UnreadableException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
