package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.Service;

/** A Service without a selector, and without its own endpoints in the set. */
final class ServiceWithoutSelector extends ServiceRule {

    ServiceWithoutSelector() {
        super(
                Level.ERROR,
                new Rule(
                        "service-without-selector",
                        "syncService",
                        "pkg/controller/endpointslice/endpointslice_controller.go"),
                "It has no endpoints, because nothing creates them.",
                "Give it a selector, or add an EndpointSlice.");
    }

    @Override
    void check(ObjectSet set, Service service, LintReport report) {
        if (Selection.selector(service).isEmpty()
                && !hasEndpoints(set, service)
                && !set.pods().areGovernedBy(ObjectSet.namespace(service), ObjectSet.name(service))) {
            LintReport level = set.describesCluster() ? report : report.at(Level.WARNING);
            level.required(this, service, "spec.selector", "It selects nothing.");
        }
    }

    /** An EndpointSlice names its Service in a label, Endpoints have the same name. */
    private static boolean hasEndpoints(ObjectSet set, Service service) {
        String name = ObjectSet.name(service);
        String namespace = ObjectSet.namespace(service);
        return set.has("Endpoints", namespace, name) || set.hasSlice(namespace, name);
    }
}
