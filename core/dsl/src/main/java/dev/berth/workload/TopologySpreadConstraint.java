package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * How evenly the pods of the workload are spread over a topology.
 *
 * @param topologyKey the label of nodes whose equal values make one topology
 * @param maxSkew by how many pods two topologies may differ, 1 at least
 * @param whenUnsatisfiable what happens to a pod that can't be placed so
 * @param minDomains how many topologies there must be; one unless given
 */
public record TopologySpreadConstraint(
        String topologyKey, int maxSkew, WhenUnsatisfiable whenUnsatisfiable, Optional<Integer> minDomains) {

    /** What happens to a pod that can't be placed evenly. */
    public enum WhenUnsatisfiable {
        /** It waits. */
        DO_NOT_SCHEDULE("DoNotSchedule"),
        /** It is placed as evenly as there is room. */
        SCHEDULE_ANYWAY("ScheduleAnyway");

        private final String value;

        WhenUnsatisfiable(String value) {
            this.value = value;
        }
    }

    /**
     * Says how evenly.
     *
     * @throws InvalidValueException when the skew is below 1, the key is none of a label, or topologies are counted where
     *     pods are placed anyway; Kubernetes 1.36, {@code validateTopologySpreadConstraints}
     */
    public TopologySpreadConstraint {
        NameFormat.QUALIFIED_NAME.require("TopologySpreadConstraint topologyKey", topologyKey);
        if (maxSkew < 1) {
            throw InvalidValueException.of("TopologySpreadConstraint maxSkew", maxSkew, "must be at least 1");
        }
        minDomains.ifPresent(least -> {
            if (least < 1) {
                throw InvalidValueException.of("TopologySpreadConstraint minDomains", least, "must be at least 1");
            }
            if (whenUnsatisfiable != WhenUnsatisfiable.DO_NOT_SCHEDULE) {
                throw InvalidValueException.of(
                        "TopologySpreadConstraint minDomains", least, "must not be given where pods are placed anyway");
            }
        });
    }

    /** Over the nodes, by one pod at the most. */
    public static TopologySpreadConstraint overNodes(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpreadConstraint(Affinity.HOSTNAME, 1, whenUnsatisfiable, Optional.empty());
    }

    /** Over the zones, by one pod at the most. */
    public static TopologySpreadConstraint overZones(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpreadConstraint(Affinity.ZONE, 1, whenUnsatisfiable, Optional.empty());
    }

    /** The same, where two topologies may differ by so many pods. */
    public TopologySpreadConstraint maxSkew(int pods) {
        return new TopologySpreadConstraint(topologyKey, pods, whenUnsatisfiable, minDomains);
    }

    /**
     * The same, where pods wait until there are so many topologies. Stable in Kubernetes 1.30.
     *
     * @throws InvalidValueException when it is below 1, or pods are placed anyway
     */
    public TopologySpreadConstraint minDomains(int least) {
        return new TopologySpreadConstraint(topologyKey, maxSkew, whenUnsatisfiable, Optional.of(least));
    }

    io.fabric8.kubernetes.api.model.TopologySpreadConstraint toModel(Map<String, String> podLabels) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(maxSkew)
                .withMinDomains(minDomains.orElse(null))
                .withTopologyKey(topologyKey)
                .withWhenUnsatisfiable(whenUnsatisfiable.value)
                .withLabelSelector(
                        new LabelSelectorBuilder().withMatchLabels(podLabels).build())
                .build();
    }
}
