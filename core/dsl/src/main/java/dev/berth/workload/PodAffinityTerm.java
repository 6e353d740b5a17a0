package dev.berth.workload;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods in the same namespace, and the topology in which they count as near, such as a node or a zone.
 *
 * @param labels the labels of the pods; defaults to the selector of the workload that has the term
 * @param topologyKey the label of nodes whose values define the topology domains
 */
public record PodAffinityTerm(Optional<Map<String, String>> labels, String topologyKey) {

    /**
     * Creates a term.
     *
     * @throws dev.berth.value.InvalidValueException if a key or a value is not valid in a label
     */
    public PodAffinityTerm {
        labels = labels.map(given -> Collections.unmodifiableMap(
                new LinkedHashMap<>(NameFormat.requireLabels("PodAffinityTerm labels", given))));
        NameFormat.QUALIFIED_NAME.require("PodAffinityTerm topologyKey", topologyKey);
    }

    /** The pods of the declared workload, per node. As anti-affinity: at most one pod per node. */
    public static PodAffinityTerm ownPerNode() {
        return new PodAffinityTerm(Optional.empty(), Affinity.HOSTNAME);
    }

    /** The pods of the declared workload, per zone. As anti-affinity: at most one pod per zone. */
    public static PodAffinityTerm ownPerZone() {
        return new PodAffinityTerm(Optional.empty(), Affinity.ZONE);
    }

    /** The pods of another workload, per node. */
    public static PodAffinityTerm perNode(Workload workload) {
        return new PodAffinityTerm(Optional.of(workload.selector()), Affinity.HOSTNAME);
    }

    /** The pods of another workload, per zone. */
    public static PodAffinityTerm perZone(Workload workload) {
        return new PodAffinityTerm(Optional.of(workload.selector()), Affinity.ZONE);
    }

    io.fabric8.kubernetes.api.model.PodAffinityTerm toModel(Map<String, String> own) {
        return new PodAffinityTermBuilder()
                .withLabelSelector(new LabelSelectorBuilder()
                        .withMatchLabels(labels.orElse(own))
                        .build())
                .withTopologyKey(topologyKey)
                .build();
    }

    static List<io.fabric8.kubernetes.api.model.PodAffinityTerm> required(
            List<PodAffinityTerm> terms, Map<String, String> own) {
        return terms.stream().map(term -> term.toModel(own)).toList();
    }

    static List<WeightedPodAffinityTerm> weighted(Map<PodAffinityTerm, Integer> terms, Map<String, String> own) {
        return terms.entrySet().stream()
                .map(entry -> new WeightedPodAffinityTerm(entry.getKey().toModel(own), entry.getValue()))
                .toList();
    }
}
