package dev.berth.rules.binding;

import java.util.List;

/**
 * Why a claim is not bound.
 *
 * @param lines a line for each volume that does not match, and one for the class, up to the requested number
 * @param more the number of lines that are left out
 */
public record Reasons(List<String> lines, int more) {

    /** Copies the lines. */
    public Reasons {
        lines = List.copyOf(lines);
    }
}
