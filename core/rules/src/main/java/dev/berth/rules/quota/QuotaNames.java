package dev.berth.rules.quota;

import java.util.List;
import java.util.Set;

/** The resources and the scopes of quotas. Mirrors {@code pkg/apis/core/helper/helpers.go}. */
final class QuotaNames {
    private static final Set<String> COUNTS = Set.of(
            "configmaps",
            "persistentvolumeclaims",
            "pods",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "services",
            "services.loadbalancers",
            "services.nodeports");
    private static final Set<String> AMOUNTS = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");
    private static final Set<String> OF_PODS =
            Set.of("pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");
    private static final Set<String> OF_CLAIMS = Set.of("persistentvolumeclaims", "requests.storage");

    private static final List<String> WITHOUT_VALUES =
            List.of("BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "Terminating");
    private static final List<String> WITH_VALUES = List.of("PriorityClass", "VolumeAttributesClass");

    private QuotaNames() {}

    /** {@code IsStandardQuotaResourceName}: a resource that the server counts by itself. */
    static boolean isResource(String name) {
        return isCount(name)
                || AMOUNTS.contains(name)
                || name.startsWith("hugepages-")
                || name.startsWith("requests.hugepages-");
    }

    /** Whether it is a number of objects: {@code IsIntegerResourceName} without extended resources. */
    static boolean isCount(String name) {
        return COUNTS.contains(name);
    }

    /** {@code IsStandardResourceName}: a resource that the server knows without a domain. */
    static boolean isKnown(String name) {
        return isResource(name) || name.equals("storage");
    }

    /** {@code IsStandardResourceQuotaScope}. */
    static boolean isScope(String scope) {
        return WITHOUT_VALUES.contains(scope) || WITH_VALUES.contains(scope);
    }

    static boolean isWithoutValues(String scope) {
        return WITHOUT_VALUES.contains(scope);
    }

    static String scopes() {
        return String.join(", ", WITHOUT_VALUES) + ", " + String.join(", ", WITH_VALUES);
    }

    /** {@code IsResourceQuotaScopeValidForResource}. */
    static boolean appliesTo(String scope, String resource) {
        return switch (scope) {
            case "BestEffort" -> resource.equals("pods");
            case "VolumeAttributesClass" -> OF_CLAIMS.contains(resource);
            default -> !isScope(scope) || OF_PODS.contains(resource);
        };
    }
}
