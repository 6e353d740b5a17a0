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
 * Pods of the same namespace, and the topology in which they count as near: each node, each zone.
 *
 * @param labels the labels that the pods have; none given are those by which the declared workload finds its own pods
 * @param topologyKey the label of nodes whose equal values make one topology
 */
public record PodAffinityTerm(Optional<Map<String, String>> labels, String topologyKey) {

    /**
     * Names pods and a topology.
     *
     * @throws dev.berth.value.InvalidValueException when a key or a value is none of a label
     */
    public PodAffinityTerm {
        labels = labels.map(given -> Collections.unmodifiableMap(
                new LinkedHashMap<>(NameFormat.requireLabels("PodAffinityTerm labels", given))));
        NameFormat.QUALIFIED_NAME.require("PodAffinityTerm topologyKey", topologyKey);
    }

    /** The pods of the workload that is declared, on each node: away from them, no node has two. */
    public static PodAffinityTerm ownPerNode() {
        return new PodAffinityTerm(Optional.empty(), Affinity.HOSTNAME);
    }

    /** The pods of the workload that is declared, in each zone: away from them, no zone has two. */
    public static PodAffinityTerm ownPerZone() {
        return new PodAffinityTerm(Optional.empty(), Affinity.ZONE);
    }

    /** The pods of another workload, on each node. */
    public static PodAffinityTerm perNode(Workload workload) {
        return new PodAffinityTerm(Optional.of(workload.selector()), Affinity.HOSTNAME);
    }

    /** The pods of another workload, in each zone. */
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
