package dev.berth.rules;

import dev.berth.finding.Finding;
import java.util.List;

/**
 * Whether the API server would create one object.
 *
 * @param stage the stage that decided
 * @param findings what that stage found, in the server's order; empty if and only if the object is not refused
 */
public record Verdict(Stage stage, List<Finding> findings) {
    private static final Verdict ACCEPTED = new Verdict(Stage.ACCEPTED, List.of());
    private static final Verdict NOT_JUDGED = new Verdict(Stage.NOT_JUDGED, List.of());

    public Verdict {
        findings = List.copyOf(findings);
        boolean refusal = stage != Stage.ACCEPTED && stage != Stage.NOT_JUDGED;
        if (refusal == findings.isEmpty()) {
            throw new IllegalArgumentException("A verdict has findings if and only if it refuses: " + stage);
        }
    }

    /** The server accepts the object. */
    public static Verdict accepted() {
        return ACCEPTED;
    }

    /** The kind cannot be judged offline. */
    public static Verdict notJudged() {
        return NOT_JUDGED;
    }

    /** The given stage refuses the object for these reasons. */
    public static Verdict refused(Stage stage, List<Finding> findings) {
        return new Verdict(stage, findings);
    }

    /** Returns whether the server refuses the object. */
    public boolean isRefused() {
        return !findings.isEmpty();
    }

    /** Returns whether the server accepts the object. */
    public boolean isAccepted() {
        return stage == Stage.ACCEPTED;
    }
}
