package dev.berth.review.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Where a runbook fails before it is run again: after a step, or in a command that changes the cluster.
 *
 * @param runbook the number of the runbook
 * @param step the number of steps that ran; -1 if a command fails
 * @param call the number of the command; 0 if it fails after a step
 * @param hasEffect whether the cluster executed the command before its answer was lost
 */
record Failure(int runbook, int step, int call, boolean hasEffect) {
    static final Failure NONE = new Failure(0, -1, 0, false);

    /**
     * Returns the failures of a situation. If everything runs at the start, each command that changes the cluster fails: of
     * commands that differ only in their numbers, the first one before it has an effect, and the last one after. In other
     * situations, each runbook fails after each step that has changed something.
     */
    static List<Failure> everywhere(Deployed deployed, Situation situation) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < deployed.runbooks().size(); i++) {
            List<String> calls = deployed.calls(i);
            if (situation.isPlain()) {
                for (String call : new LinkedHashSet<>(calls)) {
                    failures.add(new Failure(i, -1, calls.indexOf(call) + 1, false));
                    failures.add(new Failure(i, -1, calls.lastIndexOf(call) + 1, true));
                }
            } else {
                failures.addAll(afterSteps(i, deployed));
            }
        }
        return failures;
    }

    /** A step that changes nothing leaves the cluster as the step before it did. */
    private static List<Failure> afterSteps(int number, Deployed deployed) {
        List<Failure> failures = new ArrayList<>();
        List<Integer> changes = deployed.changesUntil(number);
        for (int step = 1; step < changes.size(); step++) {
            if (changes.get(step) > changes.get(step - 1)) {
                failures.add(new Failure(number, step, 0, false));
            }
        }
        return failures;
    }
}
