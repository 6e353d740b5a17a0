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

    /**
     * Whether the API server runs with {@code --allow-privileged}. Defaults to {@code true}: the API server's own default
     * is {@code false}, but every distribution sets the flag.
     */
    @Parameter(property = "berth.allowPrivileged")
    private @Nullable String allowPrivileged;

    /**
     * The ports that Services can have on the nodes: the flag {@code --service-node-port-range} of the API server.
     * Defaults to {@code 30000-32767}.
     */
    @Parameter(property = "berth.nodePortRange")
    private @Nullable String nodePortRange;

    /** The IP families of Services in the cluster: {@code IPv4}, {@code IPv6} or {@code IPv4,IPv6}. */
    @Parameter(property = "berth.ipFamilies")
    private @Nullable String ipFamilies;

    /** Returns the facts about the cluster, by parameter name. The library supplies the defaults. */
    final Map<String, String> cluster() {
        Map<String, String> known = new TreeMap<>();
        put(known, "kubernetesVersion", kubernetesVersion);
        put(known, "allowPrivileged", allowPrivileged);
        put(known, "nodePortRange", nodePortRange);
        put(known, "ipFamilies", ipFamilies);
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, value);
        }
    }
}
