package dev.berth.rules.cluster;

import dev.berth.cluster.IpFamily;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.NodePortRange;
import dev.berth.cluster.TargetCluster;
import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the target cluster from the parameters of a build tool. */
public final class ClusterParameters {

    private static final String VERSION = "kubernetesVersion";
    private static final String PRIVILEGED = "allowPrivileged";
    private static final String NODE_PORTS = "nodePortRange";
    private static final String FAMILIES = "ipFamilies";

    private ClusterParameters() {}

    /**
     * Returns the cluster that the parameters describe; parameters default as in {@link TargetCluster#defaults()}.
     *
     * @param parameters {@code kubernetesVersion}, such as {@code 1.34}; {@code allowPrivileged}, the flag of the API
     *     server; {@code nodePortRange}, such as {@code 30000-32767}; {@code ipFamilies} of its Services: {@code IPv4}, {@code IPv6} or both, separated by a comma
     * @throws InvalidValueException if a parameter has a different name or value
     */
    public static TargetCluster read(Map<String, String> parameters) {
        TargetCluster cluster = TargetCluster.defaults();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            cluster = with(cluster, parameter.getKey(), parameter.getValue());
        }
        return cluster;
    }

    /**
     * Returns the parameters with which {@link #read} returns this cluster, without those that have their default. They
     * do not contain the objects that already exist.
     */
    public static SortedMap<String, String> of(TargetCluster cluster) {
        SortedMap<String, String> all = facts(cluster);
        all.entrySet().removeAll(facts(TargetCluster.defaults()).entrySet());
        return all;
    }

    private static SortedMap<String, String> facts(TargetCluster cluster) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put(VERSION, cluster.version().toString());
        facts.put(PRIVILEGED, String.valueOf(cluster.privilegedAllowed()));
        facts.put(NODE_PORTS, cluster.nodePorts().toString());
        facts.put(
                FAMILIES, cluster.ipFamilies().stream().map(IpFamily::toString).collect(Collectors.joining(",")));
        return facts;
    }

    private static TargetCluster with(TargetCluster cluster, String name, String value) {
        return switch (name) {
            case VERSION -> cluster.version(KubernetesVersion.of(value));
            case PRIVILEGED -> cluster.allowPrivileged(truth(value));
            case NODE_PORTS -> cluster.nodePorts(NodePortRange.of(value));
            case FAMILIES -> families(cluster, value);
            default ->
                throw InvalidValueException.of(
                        "TargetCluster",
                        name,
                        "must be " + VERSION + ", " + PRIVILEGED + ", " + NODE_PORTS + " or " + FAMILIES);
        };
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw InvalidValueException.of(PRIVILEGED, value, "must be true or false");
        }
        return value.equals("true");
    }

    private static TargetCluster families(TargetCluster cluster, String value) {
        IpFamily[] families = Arrays.stream(value.split(",", -1))
                .map(name -> Arrays.stream(IpFamily.values())
                        .filter(family -> family.toString().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> InvalidValueException.of(FAMILIES, value, "must be IPv4, IPv6, or IPv4,IPv6")))
                .toArray(IpFamily[]::new);
        return cluster.ipFamilies(families[0], families);
    }
}
