package dev.berth.manifest;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The API groups of custom resources, and which of their kinds are cluster-scoped. */
final class CustomGroups {

    /** The groups of {@code staging/src/k8s.io/api} and of the servers that are built into the API server (Kubernetes 1.36). */
    private static final Set<String> BUILT_IN = Set.of(
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "certificates.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io",
            "events.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "internal.apiserver.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "rbac.authorization.k8s.io",
            "resource.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io",
            "storagemigration.k8s.io");

    private CustomGroups() {}

    static boolean isCustom(String apiVersion) {
        String group = group(apiVersion);
        return group.indexOf('.') > 0 && !BUILT_IN.contains(group);
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    /** Returns the cluster-scoped kinds, each as its group and name, that the definitions among these objects define. */
    static Set<String> clusterScoped(Collection<? extends HasMetadata> objects) {
        Set<String> kinds = new HashSet<>();
        for (HasMetadata object : objects) {
            boolean definition = object.getKind().equals("CustomResourceDefinition");
            if (definition && object instanceof GenericKubernetesResource generic) {
                boolean cluster = "Cluster".equals(generic.get("spec", "scope"));
                Object names = generic.get("spec", "names");
                if (cluster && names instanceof Map<?, ?> ofKind) {
                    kinds.add(generic.get("spec", "group") + "/" + ofKind.get("kind"));
                }
            }
        }
        return kinds;
    }

    static String kind(HasMetadata object) {
        return group(object.getApiVersion()) + "/" + object.getKind();
    }
}
