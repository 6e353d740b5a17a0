package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Deletes objects whose owners are gone.
 *
 * <p>Follows {@code attemptToDeleteItem} and {@code orphanDependents} of {@code
 * pkg/controller/garbagecollector/garbagecollector.go} (Kubernetes 1.36).
 */
final class GarbageCollector {
    private final Store store;
    private final Deletion deletion;

    GarbageCollector(Store store, Deletion deletion) {
        this.store = store;
        this.deletion = deletion;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode object : store.all()) {
            if (Owners.hasAny(object) && !Store.isTerminating(object) && isAbandoned(object)) {
                deletion.delete(object, "background");
                changed = true;
            }
        }
        return changed;
    }

    private boolean isAbandoned(JsonNode object) {
        for (JsonNode owner : Owners.of(object)) {
            if (store.hasUid(owner.path("uid").asText())) {
                return false;
            }
        }
        return true;
    }
}
