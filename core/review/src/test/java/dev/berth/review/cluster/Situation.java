package dev.berth.review.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * The cluster in which a runbook runs.
 *
 * @param state what has happened to it
 * @param bindsLate whether its class binds a claim only when a pod mounts it
 * @param resizesOnline whether its driver expands file systems that are mounted
 */
record Situation(StartState state, boolean bindsLate, boolean resizesOnline) {
    /** Returns the situations that make a difference to a change. A server that does not start cannot be dumped. */
    static List<Situation> of(Reviewed reviewed) {
        return all().stream()
                .filter(situation -> !reviewed.sets().isEmpty() || situation.state() == StartState.RUNNING)
                .filter(situation -> situation.state() != StartState.STUCK_ROLLOUT || !reviewed.dumps())
                .toList();
    }

    /** Returns whether everything runs, and the class of the claims does everything at once. */
    boolean isPlain() {
        return state == StartState.RUNNING && !bindsLate;
    }

    private static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (StartState state : StartState.values()) {
            all.add(new Situation(state, false, true));
        }
        all.add(new Situation(StartState.RUNNING, true, false));
        return all;
    }
}
