package dev.berth.review.runbook;

import java.util.ArrayList;
import java.util.List;

/** Expands existing claims, one by one. */
final class GrowClaims {
    private GrowClaims() {}

    static Step check(Kubectl kubectl, String claim) {
        return Step.run(
                "The StorageClass of the claims must allow expansion: if this does not print true, the only way is"
                        + " to copy the data.",
                "class=$(" + kubectl.claimField(claim, "storageClassName") + ")",
                "kubectl get storageclass \"$class\" --output jsonpath='{.allowVolumeExpansion}{\"\\n\"}' | grep true");
    }

    static Step grow(Kubectl kubectl, List<String> claims, String size) {
        List<String> lines = new ArrayList<>();
        for (String claim : claims) {
            lines.add(kubectl.patch(
                    "persistentvolumeclaim",
                    claim,
                    "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"" + size + "\"}}}}"));
        }
        return Step.run("Expand every claim to " + size + "; a StatefulSet never changes an existing claim.", lines);
    }

    static Step await(Kubectl kubectl, List<String> claims, String size) {
        List<String> lines = new ArrayList<>();
        for (String claim : claims) {
            lines.add(kubectl.await("persistentvolumeclaim", claim, ".status.capacity.storage", size, "15m"));
        }
        return Step.run(
                "Wait for the volumes. If a claim has FileSystemResizePending, its file system grows when its pod"
                        + " restarts: continue.",
                lines);
    }
}
