package dev.berth.client;

import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a review needs to know about the cluster of a tree: the kinds and objects of the tree, and the kinds that state
 * consequences.
 *
 * @param kinds the kinds to list, by the version that the tree or Berth uses
 * @param named the names of the tree's objects by kind, for kinds without namespaces, which are not listed
 * @param stated the namespaces that the tree's objects state, by kind; empty text for objects that state none
 */
record TreeScope(Map<String, Set<String>> kinds, Map<String, Set<String>> named, Map<String, Set<String>> stated) {

    /** Kinds that a tree may no longer contain, or that state what happens to others. */
    private static final Map<String, List<String>> ALWAYS = Map.of(
            "v1",
            List.of(
                    "ConfigMap",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "Pod",
                    "Secret",
                    "Service",
                    "ServiceAccount"),
            "apps/v1",
            List.of("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
            "autoscaling/v2",
            List.of("HorizontalPodAutoscaler"),
            "batch/v1",
            List.of("CronJob", "Job"),
            "networking.k8s.io/v1",
            List.of("Ingress", "NetworkPolicy"),
            "policy/v1",
            List.of("PodDisruptionBudget"),
            "storage.k8s.io/v1",
            List.of("StorageClass"));

    /** Returns the scope of a tree, given the texts of its files. */
    static TreeScope of(Collection<String> files) {
        TreeScope scope = new TreeScope(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        new java.util.TreeMap<>(ALWAYS).forEach((version, kinds) -> kinds.forEach(kind -> scope.add(version, kind)));
        for (String text : files) {
            for (ManifestDocument document : ManifestReader.read(text)) {
                if (!document.kind().isEmpty() && !document.apiVersion().isEmpty()) {
                    scope.add(document.apiVersion(), document.kind());
                    String kind = key(document.apiVersion(), document.kind());
                    scope.stated.computeIfAbsent(kind, none -> new TreeSet<>()).add(document.namespace());
                    scope.named.computeIfAbsent(kind, none -> new TreeSet<>()).add(document.name());
                }
            }
        }
        return scope;
    }

    private void add(String apiVersion, String kind) {
        kinds.computeIfAbsent(apiVersion, version -> new LinkedHashSet<>()).add(kind);
    }

    /** Returns the names of the tree's objects of a kind. */
    Set<String> names(ApiResource resource) {
        return named.getOrDefault(key(resource.apiVersion(), resource.kind()), Set.of());
    }

    /**
     * Returns the namespaces in which the cluster has the tree's objects. Those without namespaces are in none.
     *
     * @param served the kinds that the cluster serves
     * @param home the namespace of objects that state none
     */
    Set<String> namespaces(List<ApiResource> served, String home) {
        Map<String, Boolean> namespaced = new HashMap<>();
        served.forEach(resource -> namespaced.put(key(resource.apiVersion(), resource.kind()), resource.namespaced()));
        Set<String> found = new TreeSet<>();
        stated.forEach((kind, names) -> {
            if (namespaced.getOrDefault(kind, true)) {
                found.addAll(names);
            }
            if (found.remove("") && namespaced.containsKey(kind)) {
                found.add(home);
            }
        });
        return found;
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + "/" + kind;
    }
}
