package dev.berth.rules.cluster;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.version.KubernetesVersion;
import dev.berth.value.InvalidValueException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cluster that the manifests are for.
 *
 * @param version its version of Kubernetes
 * @param facts what the verdict of its API server depends on besides the objects
 */
public record TargetCluster(KubernetesVersion version, ClusterFacts facts) {

    private static final String VERSION = "kubernetesVersion";
    private static final String PRIVILEGED = "allowPrivileged";
    private static final String FAMILIES = "ipFamilies";

    /**
     * Returns a cluster of this version whose API server uses its own defaults. The service accounts, priority classes
     * and runtime classes that Pods name are assumed to exist: the rules over a whole set look for them.
     */
    public static TargetCluster of(KubernetesVersion version) {
        return new TargetCluster(version, ClusterFacts.defaults().withAnythingThatPodsName());
    }

    /**
     * Returns a cluster of the default version, {@link KubernetesVersion#recorded()}, otherwise like {@link
     * #of(KubernetesVersion)}.
     */
    public static TargetCluster defaults() {
        return of(KubernetesVersion.recorded());
    }

    /**
     * Returns the cluster that the parameters of a build tool describe; parameters default as in {@link #defaults()}.
     *
     * @param parameters {@code kubernetesVersion}, such as {@code 1.34}; {@code allowPrivileged}, the flag of the API
     *     server; {@code ipFamilies} of its Services: {@code IPv4}, {@code IPv6} or both, separated by a comma
     * @throws InvalidValueException if a parameter has a different name or value
     */
    public static TargetCluster of(Map<String, String> parameters) {
        TargetCluster cluster = defaults();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            cluster = cluster.with(parameter.getKey(), parameter.getValue());
        }
        return cluster;
    }

    private TargetCluster with(String name, String value) {
        return switch (name) {
            case VERSION -> new TargetCluster(KubernetesVersion.of(value), facts);
            case PRIVILEGED -> new TargetCluster(version, facts.withPrivilegedAllowed(truth(value)));
            case FAMILIES -> new TargetCluster(version, facts.withIpFamilies(families(value)));
            default ->
                throw InvalidValueException.of(
                        "TargetCluster", name, "must be " + VERSION + ", " + PRIVILEGED + " or " + FAMILIES);
        };
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw InvalidValueException.of(PRIVILEGED, value, "must be true or false");
        }
        return value.equals("true");
    }

    private static Set<String> families(String value) {
        Set<String> families = new TreeSet<>(Set.of(value.split(",", -1)));
        if (!Set.of("IPv4", "IPv6").containsAll(families)) {
            throw InvalidValueException.of(FAMILIES, value, "must be IPv4, IPv6, or IPv4,IPv6");
        }
        return families;
    }
}
