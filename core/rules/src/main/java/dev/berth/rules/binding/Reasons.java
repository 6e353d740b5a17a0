package dev.berth.rules.binding;

import java.util.List;

/**
 * Why a claim is not bound.
 *
 * @param lines a line for each volume that does not serve, and one for the class, as far as they were asked for
 * @param more how many lines are left out
 */
public record Reasons(List<String> lines, int more) {

    /** Keeps a copy of the lines. */
    public Reasons {
        lines = List.copyOf(lines);
    }
}
