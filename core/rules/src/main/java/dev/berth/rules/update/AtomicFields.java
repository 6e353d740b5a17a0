package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.tree.ListKeys;
import java.util.Set;

/**
 * Structures that server-side apply replaces as a whole: {@code x-kubernetes-map-type: atomic} in the schema of Kubernetes
 * 1.36.
 */
public final class AtomicFields {
    private static final Set<String> NAMES = Set.of(
            "claimRef",
            "configMapKeyRef",
            "controllerExpandSecretRef",
            "controllerPublishSecretRef",
            "dataSource",
            "fieldRef",
            "fileKeyRef",
            "labelSelector",
            "namespaceSelector",
            "nodePublishSecretRef",
            "nodeSelector",
            "nodeStageSecretRef",
            "podSelector",
            "required",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "resourceFieldRef",
            "roleRef",
            "secretKeyRef",
            "secretRef",
            "selector");

    /** A list whose elements have names, but which is replaced as a whole. */
    private static final String CLAIM_TEMPLATES = "volumeClaimTemplates";

    private AtomicFields() {}

    /** Returns whether the field is replaced as a whole. */
    public static boolean contains(String field) {
        return NAMES.contains(field);
    }

    /** Returns whether a list is merged element by element: its elements have keys. */
    public static boolean isMergedList(String field, JsonNode elements) {
        if (field.equals(CLAIM_TEMPLATES)) {
            return false;
        }
        for (JsonNode element : elements) {
            if (ListKeys.of(field, element) == null) {
                return false;
            }
        }
        return true;
    }
}
