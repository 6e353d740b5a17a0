package dev.berth.lint.monitor;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Services of a set by their labels, and the names of their ports. It is computed only if a set has monitors. */
final class MonitoredServices {

    private final List<Labeled> all = new ArrayList<>();
    private final Map<String, List<Labeled>> byLabel = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();

    /**
     * What a monitor sees of a Service.
     *
     * @param namespace its namespace
     * @param labels its labels
     * @param ports the names of its ports
     */
    record Labeled(String namespace, Map<String, String> labels, Set<String> ports) {}

    private MonitoredServices() {}

    static MonitoredServices of(ObjectSet set) {
        MonitoredServices services = new MonitoredServices();
        set.everywhere(Service.class)
                .filter(service -> service.getSpec() != null)
                .forEach(services::add);
        return services;
    }

    private void add(Service service) {
        Map<String, String> labels =
                Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.of());
        Set<String> ports = PodOwner.orEmpty(service.getSpec().getPorts()).stream()
                .filter(Objects::nonNull)
                .map(ServicePort::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Labeled labeled = new Labeled(ObjectSet.namespace(service), labels, ports);
        all.add(labeled);
        namespaces.add(labeled.namespace());
        labels.forEach((key, value) -> byLabel.computeIfAbsent(key + "=" + value, any -> new ArrayList<>(1))
                .add(labeled));
    }

    /** Whether the set has a Service where the monitor looks for one. */
    boolean areWhere(Monitor monitor) {
        return namespaces.stream().anyMatch(monitor::watches);
    }

    /** The Services that the monitor selects. */
    Stream<Labeled> with(Monitor monitor) {
        // One label leaves few Services to compare.
        List<Labeled> some = monitor.selector().getMatchLabels().entrySet().stream()
                .findFirst()
                .map(label -> byLabel.getOrDefault(label.getKey() + "=" + label.getValue(), List.of()))
                .orElse(all);
        return some.stream()
                .filter(service -> monitor.watches(service.namespace()))
                .filter(service -> LabelSelectors.matches(monitor.selector(), service.labels()));
    }
}
