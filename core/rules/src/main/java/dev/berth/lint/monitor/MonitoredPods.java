package dev.berth.lint.monitor;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.Pods;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The namespaces in which a set has pods. It is computed only if a set has monitors.
 *
 * @param namespaces the namespaces
 */
record MonitoredPods(Set<String> namespaces) {

    static MonitoredPods of(ObjectSet set) {
        return new MonitoredPods(
                set.workloadsEverywhere().map(PodOwner::namespace).collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean areWhere(Monitor monitor) {
        return namespaces.stream().anyMatch(monitor::watches);
    }

    /** The pods that the monitor selects. */
    Stream<Pods> with(ObjectSet set, Monitor monitor) {
        return namespaces.stream()
                .filter(monitor::watches)
                .flatMap(namespace -> set.pods().with(monitor.object(), namespace, monitor.selector()).stream());
    }

    /** Whether the pods of one of the namespaces are not all known. */
    boolean areUnknown(ObjectSet set, Monitor monitor) {
        return namespaces.stream().filter(monitor::watches).anyMatch(namespace -> set.pods()
                .areUnknownIn(namespace));
    }
}
