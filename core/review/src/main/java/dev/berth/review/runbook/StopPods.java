package dev.berth.review.runbook;

import dev.berth.review.effect.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.List;

/** Stops the pods of a workload without a loss, so that nothing writes to its volumes. */
final class StopPods {
    private StopPods() {}

    /** Whether this is known of the kind. */
    static boolean knows(String kind) {
        return kind.equals("StatefulSet") || kind.equals("Deployment");
    }

    /**
     * The step. A StatefulSet is deleted and its pods after it: scaled down to nothing instead, it would delete its claims
     * where {@code whenScaled} says so.
     */
    static Step of(TreeObject workload) {
        Kubectl kubectl = new Kubectl(workload.id().namespace());
        String name = workload.id().name();
        if (workload.kind().equals("Deployment")) {
            return Step.run(
                    "Stop the pods, so that nothing writes any more. The service is down from here on.",
                    kubectl.run("scale deployment " + Kubectl.quote(name)) + " --replicas=0",
                    kubectl.await("deployment", name, ".spec.replicas", "0", "1m"),
                    kubectl.rollout("deployment", name));
        }
        return Step.run(
                "Delete the StatefulSet, but leave its claims; then stop the pods. The service is down from here on.",
                kubectl.delete("statefulset", List.of(name), "--cascade=orphan"),
                kubectl.delete("pod", new SetClaims(workload).podsFromTheTop(), "--wait=true"));
    }

    /** Applies the change, which starts the pods again. */
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
