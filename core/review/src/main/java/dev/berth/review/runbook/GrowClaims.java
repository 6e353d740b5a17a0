package dev.berth.review.runbook;

import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;

/** Expands existing claims, one by one. */
final class GrowClaims {
    private GrowClaims() {}

    /** Returns the steps before the StatefulSet is recreated. */
    static List<Step> steps(String namespace, String claim, String size) {
        return List.of(
                Step.run(
                        Phase.PREPARE,
                        "The StorageClass of the claims must allow expansion. If this stops here, nothing has changed, and"
                                + " the only way is to copy the data.",
                        Ordinal.each(
                                namespace,
                                claim,
                                List.of(new Kubectl(namespace).call("expandable " + Kubectl.quote(claim))))),
                Step.run(
                        Phase.PREPARE,
                        "Expand every claim to " + size + "; a StatefulSet never changes an existing claim.",
                        Ordinal.each(namespace, claim, call(namespace, "grow", claim, size))),
                Step.run(
                        Phase.PREPARE,
                        "Wait for the volumes. A driver may round up. If it cannot expand a volume, request a size between"
                                + " the old capacity and this one.",
                        Ordinal.each(namespace, claim, call(namespace, "expanded", claim, size))));
    }

    /** Returns the step after the new StatefulSet is applied; a claim without a pod grows when a pod mounts it. */
    static Step finish(TreeObject set, String claim, String size) {
        String namespace = set.id().namespace();
        String pending = new Kubectl(namespace).call("pending " + Kubectl.quote(claim));
        List<String> lines = new ArrayList<>();
        lines.add("restart=no");
        lines.addAll(Ordinal.each(namespace, claim, hasPod(set, Block.when(pending, List.of("restart=yes")))));
        lines.addAll(Block.when("[ \"$restart\" = yes ]", Started.restart(set)));
        lines.addAll(Ordinal.each(namespace, claim, hasPod(set, call(namespace, "grown", claim, size))));
        return Step.run(
                Phase.FINISH,
                "Restart the pods if a file system grows only when its pod starts, and wait until all have grown.",
                lines);
    }

    private static List<String> hasPod(TreeObject set, List<String> lines) {
        return Block.when(Ordinal.isOf(set), lines);
    }

    private static List<String> call(String namespace, String function, String claim, String size) {
        return List.of(new Kubectl(namespace).call(function + " " + Kubectl.quote(claim) + " " + Kubectl.quote(size)));
    }
}
