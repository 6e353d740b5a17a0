package dev.berth.rules.broken.rule;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
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

    /** Whether one pod of the set carries all of those labels that a selector names. */
    static boolean match(StatefulSet set, Map<String, String> selector) {
        Optional<OptionalInt> byName = selector.containsKey(POD_NAME)
                ? Optional.of(
                        ordinal(set, selector.get(POD_NAME), set.getMetadata().getName() + "-"))
                : Optional.empty();
        Optional<OptionalInt> byIndex = selector.containsKey(POD_INDEX)
                ? Optional.of(ordinal(set, selector.get(POD_INDEX), ""))
                : Optional.empty();
        return byName.or(() -> byIndex).orElse(OptionalInt.empty()).isPresent()
                && byName.or(() -> byIndex).equals(byIndex.or(() -> byName));
    }

    /** The ordinal that stands behind the prefix, when the set has a pod with it. */
    private static OptionalInt ordinal(StatefulSet set, @Nullable String label, String prefix) {
        if (label == null
                || !label.startsWith(prefix)
                || !label.substring(prefix.length()).matches("0|[1-9][0-9]{0,8}")) {
            return OptionalInt.empty();
        }
        int ordinal = Integer.parseInt(label.substring(prefix.length()));
        int first = Optional.ofNullable(set.getSpec().getOrdinals())
                .map(ordinals -> ordinals.getStart())
                .orElse(0);
        int replicas = Optional.ofNullable(set.getSpec().getReplicas()).orElse(1);
        boolean there = ordinal >= first && (long) ordinal < (long) first + replicas;
        return there ? OptionalInt.of(ordinal) : OptionalInt.empty();
    }
}
