package dev.berth.review.runbook;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runbooks of one review as one plan. If each ran on its own, the first one would apply files whose other objects must
 * not change yet, and the second one would stop what the first one has started.
 */
public final class Plan {
    private Plan() {}

    /**
     * Returns the runbooks in an order that works: those that the changes need are merged into one, phase by phase; the
     * optional ones stay as they are, to be run afterwards.
     */
    public static List<Runbook> of(List<Runbook> runbooks) {
        List<Runbook> needed = runbooks.stream()
                .filter(runbook -> runbook.hasCommands() && !runbook.optional())
                .toList();
        if (needed.size() < 2) {
            return List.copyOf(runbooks);
        }
        Runbook plan = merged(needed);
        Set<ObjectId> shown = new LinkedHashSet<>();
        List<Runbook> ordered = new ArrayList<>();
        for (Runbook runbook : runbooks) {
            if (!needed.contains(runbook)) {
                ordered.add(runbook);
            } else if (shown.add(runbook.object())) {
                ordered.add(runbook.object().equals(plan.object()) ? plan : part(runbook.object(), plan));
            }
        }
        return List.copyOf(ordered);
    }

    private static Runbook part(ObjectId object, Runbook plan) {
        return Runbook.of(
                object,
                "Part of a plan",
                List.of(Step.read(Phase.FIRST, "The runbook of " + plan.object() + " contains the steps.")));
    }

    private static Runbook merged(List<Runbook> runbooks) {
        return Runbook.of(
                runbooks.get(0).object(),
                runbooks.stream().map(Runbook::title).distinct().collect(Collectors.joining("; ")),
                runbooks.stream().flatMap(runbook -> runbook.steps().stream()).toList());
    }
}
