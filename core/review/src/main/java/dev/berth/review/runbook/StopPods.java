package dev.berth.review.runbook;

import dev.berth.review.model.TreeObject;
import java.util.List;
import java.util.Locale;

/** Stops the pods of a workload without data loss, so that nothing writes to its volumes. */
final class StopPods {
    private static final String DOWN = " The service is down from here on.";

    private StopPods() {}

    /** Returns whether the data of the kind can be moved: its pods start again with the same volumes. */
    static boolean knows(String kind) {
        return kind.equals("StatefulSet") || kind.equals("Deployment");
    }

    /**
     * Returns the step. A StatefulSet is deleted first and its pods after it: if it were scaled down to zero, it would
     * delete its claims if {@code whenScaled} is Delete. Other workloads are deleted with their pods: if they were scaled
     * down, {@code kubectl scale} would own the number of replicas from then on.
     */
    static Step of(TreeObject workload) {
        return Step.run(Phase.STOP, why(workload), lines(workload));
    }

    /** Returns the step; nothing is stopped once the commands of the condition fail. */
    static Step unless(String condition, TreeObject workload) {
        return Step.run(Phase.STOP, why(workload), Block.unless(condition, lines(workload)));
    }

    private static String why(TreeObject workload) {
        return switch (workload.kind()) {
            case "StatefulSet" ->
                "Delete StatefulSet " + workload.id().name()
                        + ", but keep its claims; then stop every pod that it has, also those that the tree does not state."
                        + DOWN;
            case "Job" -> "Delete " + name(workload) + " and its pods. It runs again when it is applied.";
            default -> "Delete " + name(workload) + " and its pods, so that nothing writes anymore." + DOWN;
        };
    }

    private static List<String> lines(TreeObject workload) {
        Kubectl kubectl = new Kubectl(workload.id().namespace());
        String name = workload.id().name();
        String kind = workload.kind().toLowerCase(Locale.ROOT);
        if (!workload.kind().equals("StatefulSet")) {
            return List.of(kubectl.delete(kind, List.of(name), "--cascade=foreground"));
        }
        return List.of(kubectl.call("stop " + Kubectl.quote(name)));
    }

    private static String name(TreeObject workload) {
        return workload.kind() + " " + workload.id().name();
    }
}
