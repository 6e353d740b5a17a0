package dev.berth.rules;

import io.fabric8.kubernetes.api.model.LimitRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/** What a verdict depends on beyond the object: flags of the API server, and what stands in the cluster. */
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
     * A fresh cluster whose API server runs with its own defaults: no privileged containers, the service account
     * {@code default} and no other, the two system priority classes, no runtime class, IPv4 addresses,
     * and any namespace, none of which asks for Pod Security.
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

    /** A cluster of which nothing is known: whatever could be there is, and whatever could be allowed is. */
    public static ClusterFacts unknown() {
        return ImmutableClusterFacts.builder()
                .privilegedAllowed(true)
                .addIpFamilies("IPv4", "IPv6")
                .podSecurity(PodSecurityLevel.PRIVILEGED)
                .build();
    }

    /** {@code --allow-privileged} of the API server; its own default is false, though most installers set it. */
    public abstract boolean privilegedAllowed();

    /** {@code --service-node-port-range}; empty for any port, which is what a server-side dry run takes. */
    public abstract Optional<PortRange> nodePorts();

    /** The families of addresses that Services have in the cluster: {@code IPv4}, {@code IPv6} or both. */
    public abstract Set<String> ipFamilies();

    /** The namespace that the request names, which the object's has to equal; empty for the object's own. */
    public abstract Optional<String> requestNamespace();

    /** The namespaces that exist; empty for any. */
    public abstract Optional<Set<String>> namespaces();

    /** The service accounts that exist in each namespace, which only a Pod is held against; empty for any. */
    public abstract Optional<Set<String>> serviceAccounts();

    /** The priority classes that exist, which only a Pod is held against; empty for any. */
    public abstract Optional<Set<String>> priorityClasses();

    /** The runtime classes that exist, which only a Pod is held against; empty for any. */
    public abstract Optional<Set<String>> runtimeClasses();

    /** The level that the namespace's label {@code pod-security.kubernetes.io/enforce} asks of a Pod. */
    public abstract PodSecurityLevel podSecurity();

    /** The limit ranges that stand in the cluster, with their namespaces. */
    public abstract List<LimitRange> limitRanges();

    /** The same, with privileged containers allowed or not. */
    public abstract ClusterFacts withPrivilegedAllowed(boolean allowed);

    /** The same, with a range for node ports. */
    public abstract ClusterFacts withNodePorts(PortRange range);

    /** The same, with these families of addresses. */
    public abstract ClusterFacts withIpFamilies(Iterable<String> families);

    /** The same, for a request to a namespace. */
    public abstract ClusterFacts withRequestNamespace(String namespace);

    /** The same, with these namespaces and no other. */
    public abstract ClusterFacts withNamespaces(Set<String> existing);

    /** The same, with these service accounts in each namespace and no other. */
    public abstract ClusterFacts withServiceAccounts(Set<String> existing);

    /** The same, with these priority classes and no other. */
    public abstract ClusterFacts withPriorityClasses(Set<String> existing);

    /** The same, with these runtime classes and no other. */
    public abstract ClusterFacts withRuntimeClasses(Set<String> existing);

    /** The same, in a namespace that asks this level of its Pods. */
    public abstract ClusterFacts withPodSecurity(PodSecurityLevel level);

    /** The same, with these limit ranges and no other. */
    public abstract ClusterFacts withLimitRanges(Iterable<? extends LimitRange> standing);

    /**
     * The same, where a Pod may name any service account, priority class and runtime class: for a set of objects, which
     * may declare them itself.
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
