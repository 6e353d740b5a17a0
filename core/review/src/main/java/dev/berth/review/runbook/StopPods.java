package dev.berth.review.runbook;

import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.List;

/** Stops the pods of a workload without data loss, so that nothing writes to its volumes. */
final class StopPods {
    private StopPods() {}

    /** Returns whether this works for the kind. */
    static boolean knows(String kind) {
        return kind.equals("StatefulSet") || kind.equals("Deployment");
    }

    /**
     * Returns the step. A StatefulSet is deleted first and its pods after it: if it were scaled down to zero, it would
     * delete its claims if {@code whenScaled} is Delete.
     */
    static Step of(TreeObject workload) {
        Kubectl kubectl = new Kubectl(workload.id().namespace());
        String name = workload.id().name();
        if (workload.kind().equals("Deployment")) {
            return Step.run(
                    "Stop the pods, so that nothing writes anymore. The service is down from here on.",
                    kubectl.run("scale deployment " + Kubectl.quote(name)) + " --replicas=0",
                    kubectl.await("deployment", name, ".spec.replicas", "0", "1m"),
                    kubectl.rollout("deployment", name));
        }
        return Step.run(
                "Delete the StatefulSet, but keep its claims; then stop the pods. The service is down from here on.",
                kubectl.delete("statefulset", List.of(name), "--cascade=orphan"),
                kubectl.delete("pod", new SetClaims(workload).podsFromTheTop(), "--wait=true"));
    }

    /** Returns the step that applies the change, which starts the pods again. */
    static Step andStart(TreeObject workload, String why) {
        return Step.run(
                why,
                Kubectl.apply(workload.path()),
                new Kubectl(workload.id().namespace())
                        .rollout(
                                workload.kind().toLowerCase(java.util.Locale.ROOT),
                                workload.id().name()));
    }
}
