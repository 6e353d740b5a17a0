package dev.berth.workload;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
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
public record PodTerm(Optional<Map<String, String>> labels, String topologyKey) {

    /**
     * Names pods and a topology.
     *
     * @throws dev.berth.value.InvalidValueException when a key or a value is none of a label
     */
    public PodTerm {
        labels = labels.map(given ->
                Collections.unmodifiableMap(new LinkedHashMap<>(NameFormat.requireLabels("PodTerm labels", given))));
        NameFormat.QUALIFIED_NAME.require("PodTerm topologyKey", topologyKey);
    }

    /** The pods of the workload that is declared, on each node: away from them, no node has two. */
    public static PodTerm ownPerNode() {
        return new PodTerm(Optional.empty(), Affinity.HOSTNAME);
    }

    /** The pods of the workload that is declared, in each zone: away from them, no zone has two. */
    public static PodTerm ownPerZone() {
        return new PodTerm(Optional.empty(), Affinity.ZONE);
    }

    /** The pods of another workload, on each node. */
    public static PodTerm perNode(Workload workload) {
        return new PodTerm(Optional.of(workload.selector()), Affinity.HOSTNAME);
    }

    /** The pods of another workload, in each zone. */
    public static PodTerm perZone(Workload workload) {
        return new PodTerm(Optional.of(workload.selector()), Affinity.ZONE);
    }

    PodAffinityTerm toModel(Map<String, String> own) {
        return new PodAffinityTermBuilder()
                .withLabelSelector(new LabelSelectorBuilder()
                        .withMatchLabels(labels.orElse(own))
                        .build())
                .withTopologyKey(topologyKey)
                .build();
    }

    static List<PodAffinityTerm> required(List<PodTerm> terms, Map<String, String> own) {
        return terms.stream().map(term -> term.toModel(own)).toList();
    }

    static List<WeightedPodAffinityTerm> weighted(Map<PodTerm, Integer> terms, Map<String, String> own) {
        return terms.entrySet().stream()
                .map(entry -> new WeightedPodAffinityTerm(entry.getKey().toModel(own), entry.getValue()))
                .toList();
    }
}
