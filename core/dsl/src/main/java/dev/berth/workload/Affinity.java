package dev.berth.workload;

import dev.berth.manifest.DslOptions;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The rules that attract a pod to nodes and other pods, or keep it away from other pods. The scheduler applies them
 * when it places the pod, not later.
 *
 * <pre>{@code
 * Affinity.rules().addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode()).build()
 * }</pre>
 */
@Value.Immutable
@DslOptions
public abstract class Affinity implements ExtensibleAffinity {

    /** The topology key of nodes. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

    /** The topology key of zones. */
    public static final String ZONE = "topology.kubernetes.io/zone";

    Affinity() {}

    /** Returns a builder for an affinity. */
    public static AffinityOptions rules() {
        return new AffinityOptions();
    }

    /** Conditions that the labels of the node must all meet. Optional. */
    public abstract List<LabelSelectorRequirement> requiredNodeAffinity();

    /** Conditions that the labels of the node should meet, with a weight from 1 to 100 each. Optional. */
    public abstract Map<LabelSelectorRequirement, Integer> preferredNodeAffinity();

    /** Pods in whose topology the pod must run. Optional. */
    public abstract List<PodAffinityTerm> requiredPodAffinity();

    /** Pods in whose topology the pod should run, with a weight from 1 to 100 each. Optional. */
    public abstract Map<PodAffinityTerm, Integer> preferredPodAffinity();

    /** Pods in whose topology the pod must not run. Optional. */
    public abstract List<PodAffinityTerm> requiredPodAntiAffinity();

    /** Pods in whose topology the pod should not run, with a weight from 1 to 100 each. Optional. */
    public abstract Map<PodAffinityTerm, Integer> preferredPodAntiAffinity();

    @Value.Check
    void check() {
        List.of(preferredNodeAffinity(), preferredPodAffinity(), preferredPodAntiAffinity())
                .forEach(weights -> weights.values().forEach(weight -> {
                    if (weight < 1 || weight > 100) {
                        throw InvalidValueException.of(
                                "Affinity weight", weight, "must be between 1 and 100, inclusive");
                    }
                }));
    }

    io.fabric8.kubernetes.api.model.Affinity toModel(Map<String, String> own) {
        AffinityBuilder affinity = new AffinityBuilder();
        if (!requiredNodeAffinity().isEmpty() || !preferredNodeAffinity().isEmpty()) {
            affinity.withNewNodeAffinity()
                    .withPreferredDuringSchedulingIgnoredDuringExecution(preferredNodeAffinity().entrySet().stream()
                            .map(entry -> new PreferredSchedulingTerm(term(List.of(entry.getKey())), entry.getValue()))
                            .toList())
                    .endNodeAffinity();
        }
        if (!requiredNodeAffinity().isEmpty()) {
            affinity.editNodeAffinity()
                    .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                    .withNodeSelectorTerms(term(requiredNodeAffinity()))
                    .endRequiredDuringSchedulingIgnoredDuringExecution()
                    .endNodeAffinity();
        }
        if (!requiredPodAffinity().isEmpty() || !preferredPodAffinity().isEmpty()) {
            affinity.withNewPodAffinity()
                    .withRequiredDuringSchedulingIgnoredDuringExecution(
                            PodAffinityTerm.required(requiredPodAffinity(), own))
                    .withPreferredDuringSchedulingIgnoredDuringExecution(
                            PodAffinityTerm.weighted(preferredPodAffinity(), own))
                    .endPodAffinity();
        }
        if (!requiredPodAntiAffinity().isEmpty() || !preferredPodAntiAffinity().isEmpty()) {
            affinity.withNewPodAntiAffinity()
                    .withRequiredDuringSchedulingIgnoredDuringExecution(
                            PodAffinityTerm.required(requiredPodAntiAffinity(), own))
                    .withPreferredDuringSchedulingIgnoredDuringExecution(
                            PodAffinityTerm.weighted(preferredPodAntiAffinity(), own))
                    .endPodAntiAffinity();
        }
        return affinity.build();
    }

    private static NodeSelectorTerm term(List<LabelSelectorRequirement> matches) {
        return new NodeSelectorTermBuilder()
                .withMatchExpressions(matches.stream()
                        .map(match -> new NodeSelectorRequirement(
                                match.key(), match.operator(), match.values().isEmpty() ? null : match.values()))
                        .toList())
                .build();
    }
}
