package dev.berth.cel.cost;

/**
 * Stops an evaluation that costs more than it may. It is an error and not an exception because the operators {@code &&}
 * and {@code ||} continue after an exception.
 */
public final class CostExceeded extends Error {
    private static final long serialVersionUID = 1L;

    CostExceeded() {
        super("the evaluation costs more than the server allows", null, false, false);
    }
}
