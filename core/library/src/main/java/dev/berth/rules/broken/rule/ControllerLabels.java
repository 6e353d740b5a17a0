package dev.berth.rules.broken.rule;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The labels that a StatefulSet's controller adds to each pod, another for each: its name and its ordinal. Source:
 * Kubernetes 1.36, {@code pkg/controller/statefulset/stateful_set_utils.go}, {@code initIdentity}.
 */
final class ControllerLabels {

    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
    private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

    private ControllerLabels() {}

    /** Whether this is one of those labels. */
    static boolean has(String key) {
        return key.equals(POD_NAME) || key.equals(POD_INDEX);
    }

    /** Whether one pod of the set carries all of those labels that a selector names. */
    static boolean match(StatefulSet set, Map<String, String> selector) {
        String name = set.getMetadata().getName();
        int first = Optional.ofNullable(set.getSpec().getOrdinals())
                .map(ordinals -> ordinals.getStart())
                .orElse(0);
        int replicas = Optional.ofNullable(set.getSpec().getReplicas()).orElse(1);
        return IntStream.range(first, first + replicas)
                .anyMatch(ordinal ->
                        selector.getOrDefault(POD_NAME, name + "-" + ordinal).equals(name + "-" + ordinal)
                                && selector.getOrDefault(POD_INDEX, Integer.toString(ordinal))
                                        .equals(Integer.toString(ordinal)));
    }
}
