package dev.berth.rules;

import io.fabric8.kubernetes.api.model.LimitRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verdict depends on beyond the object: flags of the API server, and what stands in the cluster.
 *
 * @param privilegedAllowed {@code --allow-privileged} of the API server; its own default is false, though most
 *     installers set it
 * @param nodePorts {@code --service-node-port-range}; empty for any port, which is what a server-side dry run takes
 * @param ipFamilies the families of addresses that Services have in the cluster: {@code IPv4}, {@code IPv6} or both
 * @param requestNamespace the namespace that the request names, which the object's has to equal; empty for the
 *     object's own
 * @param namespaces the namespaces that exist; empty for any
 * @param serviceAccounts the names of the service accounts that exist in each namespace, which only a Pod is held
 *     against; empty for any
 * @param priorityClasses the priority classes that exist, which only a Pod is held against; empty for any
 * @param runtimeClasses the runtime classes that exist, which only a Pod is held against; empty for any
 * @param podSecurity the level that the namespace's label {@code pod-security.kubernetes.io/enforce} asks of a Pod
 * @param limitRanges the limit ranges that stand in the cluster, with their namespaces
 */
public record ClusterFacts(
        boolean privilegedAllowed,
        Optional<PortRange> nodePorts,
        Set<String> ipFamilies,
        Optional<String> requestNamespace,
        Optional<Set<String>> namespaces,
        Optional<Set<String>> serviceAccounts,
        Optional<Set<String>> priorityClasses,
        Optional<Set<String>> runtimeClasses,
        PodSecurityLevel podSecurity,
        List<LimitRange> limitRanges) {

    private static final ClusterFacts DEFAULTS = new ClusterFacts(
            false,
            Optional.empty(),
            Set.of("IPv4"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Set.of("default")),
            Optional.of(Set.of("system-cluster-critical", "system-node-critical")),
            Optional.of(Set.of()),
            PodSecurityLevel.PRIVILEGED,
            List.of());

    private static final ClusterFacts UNKNOWN = new ClusterFacts(
            true,
            Optional.empty(),
            Set.of("IPv4", "IPv6"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PodSecurityLevel.PRIVILEGED,
            List.of());

    public ClusterFacts {
        ipFamilies = Set.copyOf(ipFamilies);
        namespaces = namespaces.map(Set::copyOf);
        serviceAccounts = serviceAccounts.map(Set::copyOf);
        priorityClasses = priorityClasses.map(Set::copyOf);
        runtimeClasses = runtimeClasses.map(Set::copyOf);
        limitRanges = List.copyOf(limitRanges);
    }

    /**
     * A fresh cluster whose API server runs with its own defaults: no privileged containers, the service account
     * {@code default} and no other, the two system priority classes, no runtime class, IPv4 addresses,
     * and any namespace, none of which asks for Pod Security.
     */
    public static ClusterFacts defaults() {
        return DEFAULTS;
    }

    /** A cluster of which nothing is known: whatever could be there is, and whatever could be allowed is. */
    public static ClusterFacts unknown() {
        return UNKNOWN;
    }

    /** The same, with privileged containers allowed or not. */
    public ClusterFacts withPrivilegedAllowed(boolean allowed) {
        return new ClusterFacts(
                allowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, with a range for node ports. */
    public ClusterFacts withNodePorts(PortRange range) {
        return new ClusterFacts(
                privilegedAllowed,
                Optional.of(range),
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, with these families of addresses. */
    public ClusterFacts withIpFamilies(Set<String> families) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                families,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, for a request to a namespace. */
    public ClusterFacts withRequestNamespace(String namespace) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                Optional.of(namespace),
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, with these namespaces and no other. */
    public ClusterFacts withNamespaces(Set<String> existing) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                Optional.of(existing),
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, with these service accounts in each namespace and no other. */
    public ClusterFacts withServiceAccounts(Set<String> existing) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                Optional.of(existing),
                priorityClasses,
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /**
     * The same, where a Pod may name any service account, priority class and runtime class: for a set of objects, which
     * may declare them itself.
     */
    public ClusterFacts withAnythingThatPodsName() {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                podSecurity,
                limitRanges);
    }

    /** The same, with these priority classes and no other. */
    public ClusterFacts withPriorityClasses(Set<String> existing) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                Optional.of(existing),
                runtimeClasses,
                podSecurity,
                limitRanges);
    }

    /** The same, with these runtime classes and no other. */
    public ClusterFacts withRuntimeClasses(Set<String> existing) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                Optional.of(existing),
                podSecurity,
                limitRanges);
    }

    /** The same, in a namespace that asks this level of its Pods. */
    public ClusterFacts withPodSecurity(PodSecurityLevel level) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                level,
                limitRanges);
    }

    /** The same, with these limit ranges and no other. */
    public ClusterFacts withLimitRanges(List<LimitRange> standing) {
        return new ClusterFacts(
                privilegedAllowed,
                nodePorts,
                ipFamilies,
                requestNamespace,
                namespaces,
                serviceAccounts,
                priorityClasses,
                runtimeClasses,
                podSecurity,
                standing);
    }
}
