package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * How evenly the pods of the workload are spread over topology domains, such as nodes or zones.
 *
 * @param topologyKey the label of nodes whose values define the topology domains
 * @param maxSkew by how many pods two domains may differ, at least 1
 * @param whenUnsatisfiable what happens to a pod that cannot be placed evenly
 * @param minDomains how many domains there must be; defaults to 1
 */
public record TopologySpreadConstraint(
        String topologyKey, int maxSkew, WhenUnsatisfiable whenUnsatisfiable, Optional<Integer> minDomains) {

    /** What happens to a pod that cannot be placed evenly. */
    public enum WhenUnsatisfiable {
        /** The pod stays pending. */
        DO_NOT_SCHEDULE("DoNotSchedule"),
        /** The pod is placed as evenly as there is room. */
        SCHEDULE_ANYWAY("ScheduleAnyway");

        private final String value;

        WhenUnsatisfiable(String value) {
            this.value = value;
        }
    }

    /**
     * Creates a constraint.
     *
     * @throws InvalidValueException if the skew is below 1, the key is not a valid label key, or {@code minDomains} is
     *     combined with {@link WhenUnsatisfiable#SCHEDULE_ANYWAY}; Kubernetes 1.36, {@code
     *     validateTopologySpreadConstraints}
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
                        "TopologySpreadConstraint minDomains", least, "must not be set with ScheduleAnyway");
            }
        });
    }

    /** Spreads the pods over nodes with a maximum skew of 1. */
    public static TopologySpreadConstraint overNodes(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpreadConstraint(Affinity.HOSTNAME, 1, whenUnsatisfiable, Optional.empty());
    }

    /** Spreads the pods over zones with a maximum skew of 1. */
    public static TopologySpreadConstraint overZones(WhenUnsatisfiable whenUnsatisfiable) {
        return new TopologySpreadConstraint(Affinity.ZONE, 1, whenUnsatisfiable, Optional.empty());
    }

    /** Returns a copy in which two domains may differ by this many pods. */
    public TopologySpreadConstraint maxSkew(int pods) {
        return new TopologySpreadConstraint(topologyKey, pods, whenUnsatisfiable, minDomains);
    }

    /**
     * Returns a copy that requires at least this many domains. Stable in Kubernetes 1.30.
     *
     * @throws InvalidValueException if the number is below 1, or the constraint has {@link
     *     WhenUnsatisfiable#SCHEDULE_ANYWAY}
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
