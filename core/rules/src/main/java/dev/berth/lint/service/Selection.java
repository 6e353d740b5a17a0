package dev.berth.lint.service;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Pods;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;

/** What the selector of a Service selects. */
final class Selection {

    private Selection() {}

    /** Returns the Services that forward to pods, so not those of type ExternalName. */
    static List<Service> services(ObjectSet set) {
        return set.all(Service.class).stream()
                .filter(service -> service.getSpec() != null
                        && !"ExternalName".equals(service.getSpec().getType()))
                .toList();
    }

    static Map<String, String> selector(Service service) {
        return service.getSpec().getSelector() == null
                ? Map.of()
                : service.getSpec().getSelector();
    }

    /** Returns the pods of the Service's namespace that have every label of its selector. */
    static List<Pods> pods(ObjectSet set, Service service) {
        Map<String, String> selector = selector(service);
        return selector.isEmpty() ? List.of() : set.pods().with(service, ObjectSet.namespace(service), selector);
    }
}
