package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the labels that {@code matchLabelKeys} and {@code mismatchLabelKeys} name into the selectors beside them, in
 * Pods and not in templates: {@code mutatePodAffinity} and {@code mutateTopologySpreadConstraints} in {@code
 * pkg/registry/core/pod/strategy.go}.
 */
final class PodLabelKeys {
    private final Map<String, String> labels;

    private PodLabelKeys(Map<String, String> labels) {
        this.labels = labels;
    }

    static void fillIn(Pod pod) {
        Map<String, String> labels = pod.getMetadata() == null
                ? Map.of()
                : Zero.map(pod.getMetadata().getLabels());
        if (!labels.isEmpty()) {
            new PodLabelKeys(labels).spec(pod.getSpec());
        }
    }

    private void spec(PodSpec spec) {
        Affinity affinity = spec.getAffinity();
        if (affinity != null && affinity.getPodAffinity() != null) {
            terms(
                    affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                    affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution());
        }
        if (affinity != null && affinity.getPodAntiAffinity() != null) {
            terms(
                    affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                    affinity.getPodAntiAffinity().getPreferredDuringSchedulingIgnoredDuringExecution());
        }
        Zero.list(spec.getTopologySpreadConstraints())
                .forEach(constraint -> add(constraint.getMatchLabelKeys(), "In", constraint.getLabelSelector()));
    }

    private void terms(@Nullable List<PodAffinityTerm> required, @Nullable List<WeightedPodAffinityTerm> preferred) {
        Zero.list(required).forEach(this::term);
        Zero.list(preferred).forEach(weighted -> term(weighted.getPodAffinityTerm()));
    }

    private void term(@Nullable PodAffinityTerm term) {
        if (term != null) {
            add(term.getMatchLabelKeys(), "In", term.getLabelSelector());
            add(term.getMismatchLabelKeys(), "NotIn", term.getLabelSelector());
        }
    }

    private void add(@Nullable List<String> keys, String operator, @Nullable LabelSelector selector) {
        if (selector == null) {
            return;
        }
        for (String key : Zero.list(keys)) {
            String value = labels.get(key);
            if (value != null) {
                List<LabelSelectorRequirement> expressions = new ArrayList<>(Zero.list(selector.getMatchExpressions()));
                expressions.add(new LabelSelectorRequirement(key, operator, List.of(value)));
                selector.setMatchExpressions(expressions);
            }
        }
    }
}
