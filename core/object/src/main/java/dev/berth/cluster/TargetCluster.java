package dev.berth.cluster;

import dev.berth.object.ExistingObject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The cluster that manifests are for: what the verdict on them depends on besides the objects.
 *
 * <pre>{@code
 * TargetCluster.of(KubernetesVersion.V1_35).ipFamilies(IpFamily.IPV4, IpFamily.IPV6).existing("Secret", "registry")
 * }</pre>
 */
public final class TargetCluster {

    private final KubernetesVersion version;
    private final boolean privilegedAllowed;
    private final NodePortRange nodePorts;
    private final Set<IpFamily> ipFamilies;
    private final Set<ExistingObject> existing;

    private TargetCluster(
            KubernetesVersion version,
            boolean privilegedAllowed,
            NodePortRange nodePorts,
            Set<IpFamily> ipFamilies,
            Set<ExistingObject> existing) {
        this.version = version;
        this.privilegedAllowed = privilegedAllowed;
        this.nodePorts = nodePorts;
        this.ipFamilies = Collections.unmodifiableSet(EnumSet.copyOf(ipFamilies));
        this.existing = Collections.unmodifiableSet(new LinkedHashSet<>(existing));
    }

    /**
     * Returns a cluster of this version: with privileged containers, which every distribution allows, with the node ports
     * of {@link NodePortRange#DEFAULT}, with IPv4 addresses, and without objects.
     */
    public static TargetCluster of(KubernetesVersion version) {
        return new TargetCluster(version, true, NodePortRange.DEFAULT, Set.of(IpFamily.IPV4), Set.of());
    }

    /**
     * Returns a cluster of the default version, {@link KubernetesVersion#recorded()}, otherwise like {@link
     * #of(KubernetesVersion)}.
     */
    public static TargetCluster defaults() {
        return of(KubernetesVersion.recorded());
    }

    /** Returns a copy of this version. */
    public TargetCluster version(KubernetesVersion newVersion) {
        return new TargetCluster(newVersion, privilegedAllowed, nodePorts, ipFamilies, existing);
    }

    /**
     * Returns a copy whose API server accepts privileged containers or refuses them: its flag {@code
     * --allow-privileged}.
     */
    public TargetCluster allowPrivileged(boolean allowed) {
        return new TargetCluster(version, allowed, nodePorts, ipFamilies, existing);
    }

    /** Returns a copy whose API server assigns node ports of this range: its flag {@code --service-node-port-range}. */
    public TargetCluster nodePorts(NodePortRange range) {
        return new TargetCluster(version, privilegedAllowed, range, ipFamilies, existing);
    }

    /** Returns a copy whose Services have addresses of these families. */
    public TargetCluster ipFamilies(IpFamily first, IpFamily... others) {
        return new TargetCluster(version, privilegedAllowed, nodePorts, EnumSet.of(first, others), existing);
    }

    /**
     * Returns a copy in which this object already exists, in the namespace of each object that refers to it.
     *
     * @param kind the kind, such as {@code Secret}
     * @param name the name of the object
     */
    public TargetCluster existing(String kind, String name) {
        Set<ExistingObject> more = new LinkedHashSet<>(existing);
        more.add(new ExistingObject(kind, name));
        return new TargetCluster(version, privilegedAllowed, nodePorts, ipFamilies, more);
    }

    /** Returns its version of Kubernetes. */
    public KubernetesVersion version() {
        return version;
    }

    /** Returns whether its API server accepts privileged containers. */
    public boolean privilegedAllowed() {
        return privilegedAllowed;
    }

    /** Returns the ports that Services can have on its nodes. */
    public NodePortRange nodePorts() {
        return nodePorts;
    }

    /** Returns the IP families of its Services, at least one. */
    public Set<IpFamily> ipFamilies() {
        return ipFamilies;
    }

    /** Returns the objects that already exist, in the order of the declaration. */
    public Set<ExistingObject> existing() {
        return existing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetCluster that
                && version.equals(that.version)
                && privilegedAllowed == that.privilegedAllowed
                && nodePorts.equals(that.nodePorts)
                && ipFamilies.equals(that.ipFamilies)
                && existing.equals(that.existing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, privilegedAllowed, nodePorts, ipFamilies, existing);
    }

    @Override
    public String toString() {
        return "Kubernetes " + version;
    }
}
