package dev.berth.review.runbook;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import java.util.List;
import java.util.Set;

/** The plain statement that there is nothing to run: why, and what is left. */
final class NoSafeWay {
    /** What is refused because the object is there, and can't be made anew. */
    private static final Set<String> KEPT = Set.of(
            "persistentvolume-node-affinity",
            "persistentvolume-source",
            "persistentvolume-volume-attributes-class",
            "persistentvolume-volume-mode");

    private NoSafeWay() {}

    /** What is refused, or loses data, whatever is run around it. */
    static Runbook of(Finding finding) {
        boolean refused = finding.effect() == Effect.REFUSED;
        if (refused && !KEPT.contains(finding.rule().id())) {
            return nothingToRun(finding, "The manifest itself is refused, for a new object as well: correct it.");
        }
        return statement(
                finding,
                "No safe way",
                refused
                        ? "No sequence of commands brings this change about without losing what the object stands for: take"
                                + " it back, or make a new object beside the old one."
                        : "No sequence of commands brings this change about without what is described: take it back, or"
                                + " back up what is in danger before it is applied.");
    }

    /** What needs no command. */
    static Runbook nothingToRun(Finding finding, String why) {
        return statement(finding, "Nothing to run", why);
    }

    private static Runbook statement(Finding finding, String title, String why) {
        return new Runbook(finding.object(), title, List.of(Step.read(why)));
    }
}
