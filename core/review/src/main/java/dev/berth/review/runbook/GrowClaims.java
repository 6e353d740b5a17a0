package dev.berth.review.runbook;

import java.util.ArrayList;
import java.util.List;

/** Lets claims that are there grow, one by one. */
final class GrowClaims {
    private GrowClaims() {}

    static Step check(Kubectl kubectl, String claim) {
        return Step.run(
                "The class of the claims has to allow growth: unless this prints true, there is no way but to copy.",
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
        return Step.run(
                "Let every claim grow to " + size + "; a StatefulSet never changes a claim that is there.", lines);
    }

    static Step await(Kubectl kubectl, List<String> claims, String size) {
        List<String> lines = new ArrayList<>();
        for (String claim : claims) {
            lines.add(kubectl.await("persistentvolumeclaim", claim, ".status.capacity.storage", size, "15m"));
        }
        return Step.run(
                "Wait for the volumes. Where a claim says FileSystemResizePending, its file system grows when its pod"
                        + " starts anew: go on.",
                lines);
    }
}
