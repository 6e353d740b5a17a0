package dev.berth.review.runbook;

import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;

/** Expands existing claims, one by one. */
final class GrowClaims {
    private GrowClaims() {}

    /** Returns the steps before the StatefulSet is recreated. */
    static List<Step> steps(String namespace, List<String> claims, String size) {
        Kubectl kubectl = new Kubectl(namespace);
        return List.of(
                Step.run(
                        Phase.PREPARE,
                        "The StorageClass of the claims must allow expansion. If this stops here, nothing has changed, and"
                                + " the only way is to copy the data.",
                        claims.stream()
                                .map(claim -> kubectl.call("expandable " + Kubectl.quote(claim)))
                                .toList()),
                Step.run(
                        Phase.PREPARE,
                        "Expand every claim to " + size + "; a StatefulSet never changes an existing claim.",
                        calls(kubectl, "grow", claims, size)),
                Step.run(
                        Phase.PREPARE,
                        "Wait for the volumes. A driver may round up. If it cannot expand a volume, request a size between"
                                + " the old capacity and this one.",
                        calls(kubectl, "expanded", claims, size)));
    }

    /** Returns the step after the new StatefulSet is applied. */
    static Step finish(TreeObject set, List<String> claims, String size) {
        Kubectl kubectl = new Kubectl(set.id().namespace());
        List<String> lines = new ArrayList<>();
        lines.addAll(Block.when(
                String.join(
                        " || ",
                        claims.stream()
                                .map(claim -> kubectl.call("pending " + Kubectl.quote(claim)))
                                .toList()),
                Started.restart(set)));
        lines.addAll(calls(kubectl, "grown", claims, size));
        return Step.run(
                Phase.FINISH,
                "Restart the pods if a file system grows only when its pod starts, and wait until all have grown.",
                lines);
    }

    private static List<String> calls(Kubectl kubectl, String function, List<String> claims, String size) {
        return claims.stream()
                .map(claim -> kubectl.call(function + " " + Kubectl.quote(claim) + " " + Kubectl.quote(size)))
                .toList();
    }
}
