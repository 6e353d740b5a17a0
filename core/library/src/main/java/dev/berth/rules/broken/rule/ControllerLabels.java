package dev.berth.rules.broken.rule;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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

    /** Whether one of the numbered pods carries all of those labels that a selector names. */
    static boolean match(Pods pods, Map<String, String> selector) {
        Optional<OptionalInt> byName = selector.containsKey(POD_NAME)
                ? Optional.of(ordinal(pods, selector.get(POD_NAME), pods.name() + "-"))
                : Optional.empty();
        Optional<OptionalInt> byIndex = selector.containsKey(POD_INDEX)
                ? Optional.of(ordinal(pods, selector.get(POD_INDEX), ""))
                : Optional.empty();
        return byName.or(() -> byIndex).orElse(OptionalInt.empty()).isPresent()
                && byName.or(() -> byIndex).equals(byIndex.or(() -> byName));
    }

    /** The ordinal that stands behind the prefix, when the set has a pod with it. */
    private static OptionalInt ordinal(Pods pods, @Nullable String label, String prefix) {
        if (label == null
                || !label.startsWith(prefix)
                || !label.substring(prefix.length()).matches("0|[1-9][0-9]{0,8}")) {
            return OptionalInt.empty();
        }
        int ordinal = Integer.parseInt(label.substring(prefix.length()));
        int first = pods.firstOrdinal().orElse(0);
        boolean there = ordinal >= first && (long) ordinal < (long) first + pods.replicas();
        return there ? OptionalInt.of(ordinal) : OptionalInt.empty();
    }
}
