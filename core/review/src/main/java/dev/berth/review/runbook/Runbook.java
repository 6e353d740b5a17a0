package dev.berth.review.runbook;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to make a change that the server refuses or that would lose data: the commands in order, or the statement that
 * there is no way.
 *
 * @param object the object that changes
 * @param title what the runbook does
 * @param optional whether the change is complete without it
 * @param steps the steps, in the order of their phases
 */
public record Runbook(ObjectId object, String title, boolean optional, List<Step> steps) {
    /** Instructions for every runbook, in one line. */
    public static final String HOW_TO_RUN =
            "Save it as a file, and run it with bash from the root of the repository with"
                    + " this change checked out, while nothing else applies the tree (pause GitOps). It stops at the first command"
                    + " that fails. Correct the cause and run it again from the start: it skips what is done.";

    public Runbook {
        steps = inOrder(steps);
    }

    /** Sorts the steps by phase, without repeating any; all files are applied in one step. */
    private static List<Step> inOrder(List<Step> steps) {
        Map<Phase, Set<Step>> phases = new EnumMap<>(Phase.class);
        steps.forEach(step -> phases.computeIfAbsent(step.phase(), phase -> new LinkedHashSet<>())
                .add(step));
        Set<Step> applies = phases.getOrDefault(Phase.APPLY, Set.of());
        if (applies.size() > 1) {
            Step all = Step.run(
                    Phase.APPLY,
                    applies.stream().map(Step::why).distinct().collect(Collectors.joining(" ")),
                    applies.stream()
                            .flatMap(step -> step.lines().stream())
                            .distinct()
                            .toList());
            phases.put(Phase.APPLY, Set.of(all));
        }
        return phases.values().stream().flatMap(Set::stream).toList();
    }

    /** Returns a runbook that the change needs. */
    static Runbook of(ObjectId object, String title, List<Step> steps) {
        return new Runbook(object, title, false, steps);
    }

    /** Returns whether there are commands to run: otherwise its steps say why there is no safe way. */
    public boolean hasCommands() {
        return steps.stream().anyMatch(step -> !step.lines().isEmpty());
    }

    /** Returns the steps as a bash script: the functions that it calls, then for each step a comment and its commands. */
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
        String start = hasCommands()
                ? "set -euo pipefail\n\n"
                        + Functions.of(steps.stream()
                                .flatMap(step -> step.lines().stream())
                                .toList())
                : "";
        return start + String.join("\n", lines) + "\n";
    }
}
