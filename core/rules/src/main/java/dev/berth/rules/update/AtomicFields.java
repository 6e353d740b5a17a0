package dev.berth.rules.update;

import java.util.Set;

/**
 * Structures that server-side apply replaces as a whole: {@code x-kubernetes-map-type: atomic} in the schema of Kubernetes
 * 1.36.
 */
final class AtomicFields {
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

    private AtomicFields() {}

    /** Returns whether the field is replaced as a whole. */
    static boolean contains(String field) {
        return NAMES.contains(field);
    }
}
