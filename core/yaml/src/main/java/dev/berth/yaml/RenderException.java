package dev.berth.yaml;

/** Reports an object or a tree that cannot be written. The message names the problem, its location and what to do. */
public final class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with a complete message. */
    public RenderException(String message) {
        super(message);
    }
}
