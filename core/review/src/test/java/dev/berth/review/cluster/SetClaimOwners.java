package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The owners of the claims of a StatefulSet, which decide when they are deleted.
 *
 * <p>Follows {@code isClaimOwnerUpToDate} and {@code updateClaimOwnerRefForSetAndPod} of {@code
 * pkg/controller/statefulset/stateful_set_utils.go} (Kubernetes 1.36).
 */
final class SetClaimOwners {
    private SetClaimOwners() {}

    /** Updates the owners of a claim of a pod, which is scaled down or not; returns whether they changed. */
    static boolean update(ObjectNode claim, JsonNode set, JsonNode pod, boolean scaledDown) {
        if (Owners.hasStale(claim, "StatefulSet", Store.nameOf(set), Store.uid(set))
                || Owners.hasStale(claim, "Pod", Store.nameOf(pod), Store.uid(pod))) {
            return false;
        }
        boolean ofSet = policy(set, "whenDeleted").equals("Delete")
                && !(scaledDown && policy(set, "whenScaled").equals("Delete"));
        boolean ofPod = policy(set, "whenScaled").equals("Delete") && scaledDown;
        if (Owners.has(claim, set) == ofSet && Owners.has(claim, pod) == ofPod) {
            return false;
        }
        Owners.remove(claim, Store.uid(set));
        Owners.remove(claim, Store.uid(pod));
        if (ofSet) {
            Owners.add(claim, set);
        }
        if (ofPod) {
            Owners.add(claim, pod);
        }
        return true;
    }

    /** Follows {@code PodClaimIsStale} of {@code stateful_pod_control.go}: such a claim is about to be deleted. */
    static boolean isStale(JsonNode claim, JsonNode set, String pod) {
        return policy(set, "whenScaled").equals("Delete") && Owners.hasStale(claim, "Pod", pod, "");
    }

    static String policy(JsonNode set, String when) {
        return set.path("spec")
                .path("persistentVolumeClaimRetentionPolicy")
                .path(when)
                .asText("Retain");
    }
}
