package dev.berth.network;

import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pods that a Service selects.
 *
 * @param first the workload that every Service has
 * @param more further workloads
 */
record ServiceSelection(SelectablePods first, List<SelectablePods> more) {

    /** The label with the name of the pod, which the StatefulSet controller sets on each pod. */
    private static final String POD_NAME_LABEL = "statefulset.kubernetes.io/pod-name";

    /** The ports that each of the workloads opens, in the order of the first one. */
    List<Port> ports() {
        return first.ports().stream()
                .filter(port -> more.stream().allMatch(pods -> pods.ports().contains(port)))
                .toList();
    }

    /** The labels that select the pods of all workloads, or a single pod. */
    Map<String, String> labels(Optional<Integer> onlyPod) {
        Map<String, String> labels = new LinkedHashMap<>(more.isEmpty() ? first.selector() : first.allPodLabels());
        more.forEach(pods -> labels.entrySet().retainAll(pods.allPodLabels().entrySet()));
        onlyPod.ifPresent(ordinal -> labels.put(POD_NAME_LABEL, podName(ordinal)));
        return labels;
    }

    void check(String what, boolean needsPort) {
        if (labels(Optional.empty()).isEmpty()) {
            throw new InvalidValueException(what + ": spec.selector: Required value: the pods of " + names()
                    + " share no label: add one with putPodLabel to each of them");
        }
        if (needsPort && ports().isEmpty()) {
            throw new InvalidValueException(
                    more.isEmpty()
                            ? what + ": spec.ports: Required value: no container of " + names()
                                    + " opens a port: add one with addPort"
                            : what + ": spec.ports: Required value: no port is opened by each of " + names()
                                    + ": add the same port to them");
        }
    }

    void requirePort(String what, Port port) {
        ServicePorts.require(what, first, port);
        more.forEach(pods -> ServicePorts.require(what, pods, port));
    }

    void requirePod(String what, int ordinal) {
        requireOneSet(what + ": onlyPod", ordinal);
        if (!first.podNames().contains(podName(ordinal))) {
            throw InvalidValueException.of(
                    what + ": onlyPod",
                    ordinal,
                    "must be the ordinal of a pod of the StatefulSet: " + first.podNames());
        }
    }

    /** The ordinals of the pods of the only StatefulSet. */
    List<Integer> ordinals(String what) {
        requireOneSet(what, first.name());
        return first.podNames().stream()
                .map(pod -> Integer.valueOf(pod.substring(first.name().length() + 1)))
                .toList();
    }

    private void requireOneSet(String what, Object value) {
        if (!more.isEmpty()) {
            throw InvalidValueException.of(
                    what, value, "must be left out: the Service selects several workloads: " + names());
        }
        if (first.podNames().isEmpty()) {
            throw InvalidValueException.of(
                    what,
                    value,
                    "must be left out: only a StatefulSet has pods with ordinals, and \"" + first.name()
                            + "\" has none");
        }
    }

    private String names() {
        return Stream.concat(Stream.of(first), more.stream())
                .map(pods -> "\"" + pods.name() + "\"")
                .distinct()
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
    }

    private String podName(int ordinal) {
        return first.name() + "-" + ordinal;
    }
}
