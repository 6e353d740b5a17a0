package dev.berth.yaml;

/** An object that can't be written, or a tree that can't be: the message names what and where it is, and what to do. */
public final class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message that is already complete. */
    public RenderException(String message) {
        super(message);
    }
}
