package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.server.ServerView;

/**
 * A new object as the API server stores it.
 *
 * <p>Follows {@code Admit} of {@code plugin/pkg/admission/storage/storageclass/setdefault/admission.go} (Kubernetes 1.36): a
 * claim without a class gets the default one.
 */
final class Defaults {
    private Defaults() {}

    static ObjectNode of(ObjectNode manifest, Store store) {
        ObjectNode object = ((ObjectNode) ServerView.of(manifest)).deepCopy();
        if (object.path("kind").asText().equals("PersistentVolumeClaim")) {
            ObjectNode spec = object.withObject("/spec");
            if (!spec.has("storageClassName")
                    && store.find("StorageClass", "", "standard").isPresent()) {
                spec.put("storageClassName", "standard");
            }
            object.withObject("/status").put("phase", "Pending");
        } else if (object.path("kind").asText().equals("Pod")) {
            object.withObject("/status").put("phase", "Pending");
        }
        return object;
    }
}
