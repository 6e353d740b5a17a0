package dev.berth.workload;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pods of the same namespace with these labels, and the topology in which they count as near: each node, each zone.
 *
 * @param labels the labels that the pods have
 * @param topologyKey the label of nodes whose equal values make one topology
 */
public record PodTerm(Map<String, String> labels, String topologyKey) {

    /**
     * Names pods and a topology.
     *
     * @throws dev.berth.value.InvalidValueException when a key or a value is none of a label
     */
    public PodTerm {
        labels = Map.copyOf(labels);
        labels.forEach((key, value) -> {
            NameFormat.QUALIFIED_NAME.require("PodTerm label", key);
            NameFormat.LABEL_VALUE.require("PodTerm label \"" + key + "\" value", value);
        });
        NameFormat.QUALIFIED_NAME.require("PodTerm topologyKey", topologyKey);
    }

    /** The pods of a workload that carries this label, on each node: {@link Affinity#HOSTNAME}. */
    public static PodTerm perNode(String label, String value) {
        return new PodTerm(Map.of(label, value), Affinity.HOSTNAME);
    }

    /** The pods of a workload that carries this label, in each zone: {@link Affinity#ZONE}. */
    public static PodTerm perZone(String label, String value) {
        return new PodTerm(Map.of(label, value), Affinity.ZONE);
    }

    PodAffinityTerm toModel() {
        return new PodAffinityTermBuilder()
                .withLabelSelector(new LabelSelectorBuilder()
                        .withMatchLabels(new TreeMap<>(labels))
                        .build())
                .withTopologyKey(topologyKey)
                .build();
    }

    static List<WeightedPodAffinityTerm> weighted(Map<PodTerm, Integer> terms) {
        return terms.entrySet().stream()
                .map(entry -> new WeightedPodAffinityTerm(entry.getKey().toModel(), entry.getValue()))
                .toList();
    }
}
