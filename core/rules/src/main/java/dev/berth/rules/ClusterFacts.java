package dev.berth.rules;

import dev.berth.cluster.IpFamily;
import dev.berth.cluster.NodePortRange;
import dev.berth.cluster.TargetCluster;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/** What a verdict depends on besides the object: flags of the API server, and objects in the cluster. */
@Value.Immutable
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        get = "*",
        allowedClasspathAnnotations = Generated.class)
public abstract class ClusterFacts {

    ClusterFacts() {}

    /**
     * Returns a new cluster whose API server uses its own defaults: no privileged containers, only the service account
     * {@code default}, the two system priority classes, no runtime class, IPv4 addresses, and any namespace, without
     * Pod Security.
     */
    public static ClusterFacts defaults() {
        return ImmutableClusterFacts.builder()
                .privilegedAllowed(false)
                .addIpFamilies("IPv4")
                .serviceAccounts(Set.of("default"))
                .priorityClasses(Set.of("system-cluster-critical", "system-node-critical"))
                .runtimeClasses(Set.of())
                .podSecurity(PodSecurityLevel.PRIVILEGED)
                .build();
    }

    /**
     * Returns what is known about the cluster that a set of manifests is for. The service accounts, priority classes and
     * runtime classes that Pods name are assumed to exist: the rules over a whole set look for them.
     */
    public static ClusterFacts of(TargetCluster cluster) {
        return defaults()
                .withPrivilegedAllowed(cluster.privilegedAllowed())
                .withNodePorts(cluster.nodePorts())
                .withIpFamilies(
                        cluster.ipFamilies().stream().map(IpFamily::toString).toList())
                .withAnythingThatPodsName();
    }

    /** Returns a cluster about which nothing is known: everything may exist, and everything may be allowed. */
    public static ClusterFacts unknown() {
        return ImmutableClusterFacts.builder()
                .privilegedAllowed(true)
                .addIpFamilies("IPv4", "IPv6")
                .podSecurity(PodSecurityLevel.PRIVILEGED)
                .build();
    }

    /** {@code --allow-privileged} of the API server; its own default is false, and every distribution sets it. */
    public abstract boolean privilegedAllowed();

    /** {@code --service-node-port-range}; empty for any port, as in a server-side dry run. */
    public abstract Optional<NodePortRange> nodePorts();

    /** The IP families of Services in the cluster: {@code IPv4}, {@code IPv6} or both. */
    public abstract Set<String> ipFamilies();

    /** The namespace of the request, which must equal the object's; empty for the object's own. */
    public abstract Optional<String> requestNamespace();

    /** The namespaces that exist; empty for any. */
    public abstract Optional<Set<String>> namespaces();

    /** The service accounts that exist in each namespace, which only a Pod is checked against; empty for any. */
    public abstract Optional<Set<String>> serviceAccounts();

    /** The priority classes that exist, which only a Pod is checked against; empty for any. */
    public abstract Optional<Set<String>> priorityClasses();

    /** The runtime classes that exist, which only a Pod is checked against; empty for any. */
    public abstract Optional<Set<String>> runtimeClasses();

    /** The level that the namespace's label {@code pod-security.kubernetes.io/enforce} requires of a Pod. */
    public abstract PodSecurityLevel podSecurity();

    /** The limit ranges in the cluster, with their namespaces. */
    public abstract List<LimitRange> limitRanges();

    /** Returns a copy that allows privileged containers or not. */
    public abstract ClusterFacts withPrivilegedAllowed(boolean allowed);

    /** Returns a copy with a range for node ports. */
    public abstract ClusterFacts withNodePorts(NodePortRange range);

    /** Returns a copy with these IP families. */
    public abstract ClusterFacts withIpFamilies(Iterable<String> families);

    /** Returns a copy for a request to a namespace. */
    public abstract ClusterFacts withRequestNamespace(String namespace);

    /** Returns a copy with only these namespaces. */
    public abstract ClusterFacts withNamespaces(Set<String> existing);

    /** Returns a copy with only these service accounts in each namespace. */
    public abstract ClusterFacts withServiceAccounts(Set<String> existing);

    /** Returns a copy with only these priority classes. */
    public abstract ClusterFacts withPriorityClasses(Set<String> existing);

    /** Returns a copy with only these runtime classes. */
    public abstract ClusterFacts withRuntimeClasses(Set<String> existing);

    /** Returns a copy in which the namespace requires this level of its Pods. */
    public abstract ClusterFacts withPodSecurity(PodSecurityLevel level);

    /** Returns a copy with only these limit ranges. */
    public abstract ClusterFacts withLimitRanges(Iterable<? extends LimitRange> standing);

    /**
     * Returns a copy in which a Pod may name any service account, priority class and runtime class: for a set of
     * objects, which may declare them itself.
     */
    public final ClusterFacts withAnythingThatPodsName() {
        return ImmutableClusterFacts.builder()
                .from(this)
                .serviceAccounts(Optional.empty())
                .priorityClasses(Optional.empty())
                .runtimeClasses(Optional.empty())
                .build();
    }
}
