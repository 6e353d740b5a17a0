package dev.berth.lint.scheduling;

import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The node labels that a pod requires, with the values that it allows. */
final class RequiredNodeLabels {

    private RequiredNodeLabels() {}

    /** Returns the allowed values by key. Of alternative terms, only a single one restricts the pod. */
    static Map<String, List<String>> of(PodSpec pod) {
        Map<String, List<String>> labels = new TreeMap<>();
        if (pod.getNodeSelector() != null) {
            pod.getNodeSelector().forEach((key, value) -> labels.put(key, List.of(String.valueOf(value))));
        }
        List<NodeSelectorTerm> terms = PodOwner.orEmpty(terms(pod));
        if (terms.size() == 1 && terms.get(0) != null) {
            for (NodeSelectorRequirement requirement :
                    PodOwner.orEmpty(terms.get(0).getMatchExpressions())) {
                if (requirement != null && requirement.getKey() != null && "In".equals(requirement.getOperator())) {
                    labels.putIfAbsent(requirement.getKey(), PodOwner.orEmpty(requirement.getValues()));
                }
            }
        }
        return labels;
    }

    private static @Nullable List<NodeSelectorTerm> terms(PodSpec pod) {
        NodeSelector required = pod.getAffinity() == null || pod.getAffinity().getNodeAffinity() == null
                ? null
                : pod.getAffinity().getNodeAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? null : required.getNodeSelectorTerms();
    }
}
