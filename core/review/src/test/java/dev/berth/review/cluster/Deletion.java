package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Deletes objects. Pods, claims and volumes end when nothing holds them; all others end at once.
 *
 * <p>Follows {@code Store.Delete} of {@code staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go}, and for
 * dependents {@code processDeletingDependentsItem} and {@code orphanDependents} of {@code
 * pkg/controller/garbagecollector/garbagecollector.go} (Kubernetes 1.36).
 */
final class Deletion {
    private static final Set<String> HELD = Set.of("Pod", "PersistentVolumeClaim", "PersistentVolume");

    private final Store store;

    Deletion(Store store) {
        this.store = store;
    }

    void delete(ObjectNode object, String cascade) {
        String uid = Store.uid(object);
        for (ObjectNode dependent : store.all()) {
            if (Owners.hasUid(dependent, uid)) {
                if (cascade.equals("orphan")) {
                    Owners.remove(dependent, uid);
                } else if (cascade.equals("foreground")) {
                    delete(dependent, cascade);
                }
            }
        }
        if (object.path("kind").asText().equals("Namespace")) {
            store.all().stream()
                    .filter(other -> Store.namespaceOf(other).equals(Store.nameOf(object)))
                    .forEach(other -> delete(other, "background"));
        }
        if (HELD.contains(object.path("kind").asText())) {
            object.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
        } else {
            store.remove(object);
        }
    }
}
