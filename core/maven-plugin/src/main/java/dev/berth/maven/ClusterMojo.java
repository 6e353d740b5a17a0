package dev.berth.maven;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that hold manifests against the rules of a cluster have in common: which cluster. */
abstract class ClusterMojo extends AbstractMojo {

    /**
     * The version of Kubernetes that the manifests are for, such as {@code 1.34} or {@code 1.35.2}; defaults to {@code
     * 1.36}. What that version does not have, or has only behind a feature gate, is an error.
     */
    @Parameter(property = "berth.kubernetesVersion")
    private @Nullable String kubernetesVersion;

    /** Whether the API server runs with {@code --allow-privileged}; its own default is {@code false}. */
    @Parameter(property = "berth.allowPrivileged")
    private @Nullable String allowPrivileged;

    /** The families of addresses that Services have in the cluster: {@code IPv4}, {@code IPv6} or {@code IPv4,IPv6}. */
    @Parameter(property = "berth.ipFamilies")
    private @Nullable String ipFamilies;

    /** What is known of the cluster, by the names of the parameters; what is left out is the library's to say. */
    final Map<String, String> cluster() {
        Map<String, String> known = new TreeMap<>();
        put(known, "kubernetesVersion", kubernetesVersion);
        put(known, "allowPrivileged", allowPrivileged);
        put(known, "ipFamilies", ipFamilies);
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, value);
        }
    }
}
