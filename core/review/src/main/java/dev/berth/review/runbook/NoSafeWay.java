package dev.berth.review.runbook;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import java.util.List;
import java.util.Set;

/** States that there is no command to run: why, and what is left to do. */
final class NoSafeWay {
    /** Changes that are refused because the object exists, and which cannot be made by recreating it. */
    private static final Set<String> KEPT = Set.of(
            "persistentvolume-node-affinity",
            "persistentvolume-source",
            "persistentvolume-volume-attributes-class",
            "persistentvolume-volume-mode");

    /** A rule may compare the new object with the old one, so the same manifest may be accepted for a new object. */
    private static final String CUSTOM_RULE = "custom-resource-rule";

    private static final String TITLE = "No safe way";

    private NoSafeWay() {}

    /** Returns whether a runbook is this statement. */
    static boolean is(Runbook runbook) {
        return runbook.title().equals(TITLE);
    }

    /** Returns the statement for an object, with this reason. */
    static Runbook of(ObjectId object, String why) {
        return Runbook.of(object, TITLE, List.of(Step.read(Phase.FIRST, why)));
    }

    /** Returns the statement for a change that is refused or loses data whatever is run around it. */
    static Runbook of(Finding finding) {
        boolean refused = finding.effect() == Effect.REFUSED;
        if (refused && finding.rule().id().equals(CUSTOM_RULE)) {
            return nothingToRun(
                    finding,
                    "The CustomResourceDefinition does not allow this value, or not after the old one: correct the manifest,"
                            + " or create an object with a new name.");
        }
        if (refused && !KEPT.contains(finding.rule().id())) {
            return nothingToRun(finding, "The manifest itself is refused, even for a new object: correct it.");
        }
        return statement(
                finding,
                TITLE,
                refused
                        ? "No sequence of commands can make this change without losing what the object represents:"
                                + " revert it, or create a new object next to the old one."
                        : "No sequence of commands can make this change without the described loss: revert it, or"
                                + " back up the affected data before it is applied.");
    }

    /** Returns the statement for a change that needs no command. */
    static Runbook nothingToRun(Finding finding, String why) {
        return statement(finding, "Nothing to run", why);
    }

    private static Runbook statement(Finding finding, String title, String why) {
        return Runbook.of(finding.object(), title, List.of(Step.read(Phase.FIRST, why)));
    }
}
