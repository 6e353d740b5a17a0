package dev.berth.object;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The labels that the StatefulSet controller adds to each of its pods: the name and the ordinal of the pod. Source:
 * Kubernetes 1.36, {@code pkg/controller/statefulset/stateful_set_utils.go}, {@code initIdentity}.
 *
 * @param set the name of the StatefulSet
 * @param firstOrdinal the ordinal of its first pod
 * @param replicas the number of its pods
 */
public record ControllerLabels(String set, long firstOrdinal, long replicas) {

    /** The label with the name of the pod. */
    public static final String POD_NAME = "statefulset.kubernetes.io/pod-name";

    private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

    /** Returns whether the controller sets this label. */
    public static boolean has(String key) {
        return key.equals(POD_NAME) || key.equals(POD_INDEX);
    }

    /** Returns whether one of the pods has every controller label in the selector. */
    public boolean match(Map<String, String> selector) {
        Optional<OptionalLong> byName = selector.containsKey(POD_NAME)
                ? Optional.of(ordinal(selector.get(POD_NAME), set + "-"))
                : Optional.empty();
        Optional<OptionalLong> byIndex =
                selector.containsKey(POD_INDEX) ? Optional.of(ordinal(selector.get(POD_INDEX), "")) : Optional.empty();
        return byName.or(() -> byIndex).orElse(OptionalLong.empty()).isPresent()
                && byName.or(() -> byIndex).equals(byIndex.or(() -> byName));
    }

    /** Returns the ordinal after the prefix if the set has a pod with that ordinal. */
    private OptionalLong ordinal(@Nullable String label, String prefix) {
        if (label == null
                || !label.startsWith(prefix)
                || !label.substring(prefix.length()).matches("0|[1-9][0-9]{0,8}")) {
            return OptionalLong.empty();
        }
        long ordinal = Long.parseLong(label.substring(prefix.length()));
        boolean exists = ordinal >= firstOrdinal && ordinal < firstOrdinal + replicas;
        return exists ? OptionalLong.of(ordinal) : OptionalLong.empty();
    }
}
