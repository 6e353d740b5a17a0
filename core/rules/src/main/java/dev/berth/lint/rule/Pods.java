package dev.berth.lint.rule;

import dev.berth.object.ControllerLabels;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The facts about the pods of a workload that other objects need: few enough to be kept for all workloads of a set.
 *
 * @param number the number of the workload in its set
 * @param kind the kind of the workload
 * @param namespace the namespace of the pods, empty if it is left to the command that applies them
 * @param name the name of the workload
 * @param labels the labels of each pod
 * @param replicas how many of them run at the same time
 * @param kept whether a controller keeps them running: the pods of a Job end
 * @param ports the port names of containers that keep running
 * @param firstOrdinal the ordinal of the first pod, if the pods have ordinals
 */
public record Pods(
        int number,
        String kind,
        String namespace,
        String name,
        Map<String, String> labels,
        int replicas,
        boolean kept,
        Set<String> ports,
        OptionalInt firstOrdinal) {

    /** Returns the pods of the workload with a number; {@code same} replaces a string by an equal one that is already kept. */
    static Pods of(int number, PodOwner workload, UnaryOperator<String> same) {
        Map<String, String> labels = new HashMap<>();
        for (Map.Entry<String, String> label : workload.pod().labels().entrySet()) {
            if (label.getValue() != null) {
                labels.put(same.apply(label.getKey()), same.apply(label.getValue()));
            }
        }
        Set<String> ports = new HashSet<>();
        for (TemplatedPod.Place place : workload.containers()) {
            if (place.keepsRunning()) {
                addNames(PodOwner.orEmpty(place.container().getPorts()), ports, same);
            }
        }
        return new Pods(
                number,
                workload.object().getKind(),
                same.apply(workload.namespace()),
                same.apply(ObjectSet.name(workload.object())),
                Map.copyOf(labels),
                workload.replicas(),
                workload.isController() || workload.object() instanceof Pod,
                Set.copyOf(ports),
                workload.object() instanceof StatefulSet set ? OptionalInt.of(first(set)) : OptionalInt.empty());
    }

    private static void addNames(List<ContainerPort> ports, Set<String> names, UnaryOperator<String> same) {
        for (ContainerPort port : ports) {
            if (port != null && port.getName() != null) {
                names.add(same.apply(port.getName()));
            }
        }
    }

    private static int first(StatefulSet set) {
        StatefulSetOrdinals ordinals = set.getSpec().getOrdinals();
        return ordinals == null || ordinals.getStart() == null ? 0 : ordinals.getStart();
    }

    /** Returns whether these are the pods of that workload. */
    public boolean areOf(PodOwner workload) {
        return kind.equals(workload.object().getKind())
                && name.equals(ObjectSet.name(workload.object()))
                && namespace.equals(workload.namespace());
    }

    private static boolean hasControllerLabel(Map<String, String> labels) {
        for (String label : labels.keySet()) {
            if (ControllerLabels.has(label)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of them has all of these labels: those of the template, and those that a controller adds. */
    boolean haveAll(Map<String, String> wanted) {
        if (firstOrdinal.isEmpty() || !hasControllerLabel(wanted)) {
            return LabelSelectors.matchesAll(wanted, labels);
        }
        Map<String, String> ofTemplate = new LinkedHashMap<>(wanted);
        ofTemplate.keySet().removeIf(ControllerLabels::has);
        return LabelSelectors.matchesAll(ofTemplate, labels)
                && new ControllerLabels(name, firstOrdinal.getAsInt(), replicas).match(wanted);
    }
}
