package dev.berth.review.runbook;

import java.util.List;

/**
 * One step of a runbook.
 *
 * @param why what the step does, in one line
 * @param lines the commands for bash; empty for a step that a person decides
 */
public record Step(String why, List<String> lines) {

    public Step {
        lines = List.copyOf(lines);
    }

    /** Returns a step of commands that run in this order. */
    static Step run(String why, String... lines) {
        return new Step(why, List.of(lines));
    }

    /** Returns a step of commands that run in this order. */
    static Step run(String why, List<String> lines) {
        return new Step(why, lines);
    }

    /** Returns a step without a command. */
    static Step read(String why) {
        return new Step(why, List.of());
    }
}
