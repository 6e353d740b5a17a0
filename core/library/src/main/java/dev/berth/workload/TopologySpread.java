package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.Map;

/**
 * How evenly the pods of the workload are spread over a topology.
 *
 * @param topologyKey the label of nodes whose equal values make one topology
 * @param maxSkew by how many pods two topologies may differ, 1 at least
 * @param whenUnsatisfiable what happens to a pod that can't be placed so
 */
public record TopologySpread(String topologyKey, int maxSkew, WhenUnsatisfiable whenUnsatisfiable) {

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
     * @throws InvalidValueException when the skew is below 1, or the key is none of a label
     */
    public TopologySpread {
        NameFormat.QUALIFIED_NAME.require("TopologySpread topologyKey", topologyKey);
        if (maxSkew < 1) {
            throw InvalidValueException.of("TopologySpread maxSkew", maxSkew, "must be at least 1");
        }
    }

    /** Over the nodes, by one pod at the most. */
    public static TopologySpread overNodes(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpread(Affinity.HOSTNAME, 1, whenUnsatisfiable);
    }

    /** Over the zones, by one pod at the most. */
    public static TopologySpread overZones(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpread(Affinity.ZONE, 1, whenUnsatisfiable);
    }

    TopologySpreadConstraint toModel(Map<String, String> podLabels) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(maxSkew)
                .withTopologyKey(topologyKey)
                .withWhenUnsatisfiable(whenUnsatisfiable.value)
                .withLabelSelector(
                        new LabelSelectorBuilder().withMatchLabels(podLabels).build())
                .build();
    }
}
