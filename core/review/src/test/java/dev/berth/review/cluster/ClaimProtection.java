package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ends a deleted claim once no pod uses it, and a deleted volume once it is not bound.
 *
 * <p>Follows {@code podUsesPVCForDeletion} of {@code pkg/controller/volume/pvcprotection/pvc_protection_controller.go} and
 * {@code isBeingUsed} of {@code pkg/controller/volume/pvprotection/pv_protection_controller.go} (Kubernetes 1.36).
 */
final class ClaimProtection {
    private final Store store;

    ClaimProtection(Store store) {
        this.store = store;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode claim : store.list("PersistentVolumeClaim")) {
            if (Store.isTerminating(claim) && !isUsed(claim)) {
                store.remove(claim);
                changed = true;
            }
        }
        for (ObjectNode volume : store.list("PersistentVolume")) {
            if (Store.isTerminating(volume)
                    && !volume.path("status").path("phase").asText().equals("Bound")) {
                store.remove(volume);
                changed = true;
            }
        }
        return changed;
    }

    private boolean isUsed(JsonNode claim) {
        for (JsonNode pod : store.list("Pod", Store.namespaceOf(claim))) {
            for (JsonNode volume : pod.path("spec").path("volumes")) {
                if (pod.path("spec").has("nodeName")
                        && volume.path("persistentVolumeClaim")
                                .path("claimName")
                                .asText()
                                .equals(Store.nameOf(claim))) {
                    return true;
                }
            }
        }
        return false;
    }
}
