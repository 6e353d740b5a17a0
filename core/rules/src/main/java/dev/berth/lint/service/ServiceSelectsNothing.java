package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.UnknownPods;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.TreeMap;

/** A Service whose selector matches no pod in the set. */
final class ServiceSelectsNothing extends ServiceRule {

    ServiceSelectsNothing() {
        super(
                Level.ERROR,
                new Rule(
                        "service-selects-nothing",
                        "syncService",
                        "pkg/controller/endpointslice/endpointslice_controller.go"),
                "It has no endpoints: connections are refused, and the name of a headless Service does "
                        + "not resolve.",
                "Make its selector match the labels of the pods.");
    }

    @Override
    void check(ObjectSet set, Service service, LintReport report) {
        Map<String, String> selector = Selection.selector(service);
        if (!selector.isEmpty()
                && Selection.pods(set, service).isEmpty()
                && !set.pods().areUnknownIn(ObjectSet.namespace(service))
                && !set.pods().areGovernedBy(ObjectSet.namespace(service), ObjectSet.name(service))) {
            String detail = "No pod in the set has " + new TreeMap<>(selector);
            UnknownPods.report(this, set, service, detail, report);
        }
    }
}
