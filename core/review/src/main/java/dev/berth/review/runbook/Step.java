package dev.berth.review.runbook;

import java.util.List;

/**
 * One step of a runbook.
 *
 * @param why what the step does, in one line
 * @param lines the commands, as bash takes them; none for a step that a person decides on
 */
public record Step(String why, List<String> lines) {

    public Step {
        lines = List.copyOf(lines);
    }

    /** A step of commands that run in this order. */
    static Step run(String why, String... lines) {
        return new Step(why, List.of(lines));
    }

    /** A step of commands that run in this order. */
    static Step run(String why, List<String> lines) {
        return new Step(why, lines);
    }

    /** A step without a command. */
    static Step read(String why) {
        return new Step(why, List.of());
    }
}
