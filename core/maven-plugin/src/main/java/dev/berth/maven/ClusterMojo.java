package dev.berth.maven;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of goals that check manifests against the rules of a cluster. */
abstract class ClusterMojo extends AbstractMojo {

    /**
     * The Kubernetes version of the target cluster, such as {@code 1.34} or {@code 1.35.2}. Defaults to {@code 1.36}. A
     * feature that this version does not have, or has only behind a feature gate, is an error.
     */
    @Parameter(property = "berth.kubernetesVersion")
    private @Nullable String kubernetesVersion;

    /** Whether the API server runs with {@code --allow-privileged}. Defaults to {@code false}, as in the API server. */
    @Parameter(property = "berth.allowPrivileged")
    private @Nullable String allowPrivileged;

    /** The IP families of Services in the cluster: {@code IPv4}, {@code IPv6} or {@code IPv4,IPv6}. */
    @Parameter(property = "berth.ipFamilies")
    private @Nullable String ipFamilies;

    /** Returns the facts about the cluster, by parameter name. The library supplies the defaults. */
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
