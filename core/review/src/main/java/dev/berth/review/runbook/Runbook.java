package dev.berth.review.runbook;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * How to make a change that the server refuses or that would lose data: the commands in order, or the statement that
 * there is no way.
 *
 * @param object the object that changes
 * @param title what the runbook does
 * @param steps the steps, in order
 */
public record Runbook(ObjectId object, String title, List<Step> steps) {
    /** Instructions for every runbook, in one line. */
    public static final String HOW_TO_RUN = "Run it step by step with bash, from the root of the repository with this"
            + " change checked out, while nothing else applies the tree (pause GitOps).";

    public Runbook {
        steps = List.copyOf(steps);
    }

    /** Returns whether there are commands to run: otherwise its steps say why there is no safe way. */
    public boolean hasCommands() {
        return steps.stream().anyMatch(step -> !step.lines().isEmpty());
    }

    /** Returns the steps as the body of a bash script: a comment with what each does, then its commands. */
    public String script() {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Step step : steps) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("# " + number++ + ". " + step.why());
            lines.addAll(step.lines());
        }
        return String.join("\n", lines) + "\n";
    }
}
