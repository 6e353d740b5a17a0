package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.TreeMap;

/** A StatefulSet whose Service selects other pods. */
final class GoverningServiceSelectsOthers extends StatefulSetRule {

    GoverningServiceSelectsOthers() {
        super(
                Level.ERROR,
                new Rule("service-selects-other-pods", "podToEndpoint", "staging/src/k8s.io/endpointslice/utils.go"),
                "The Service has no endpoints for these pods, so their names do not resolve.",
                "Make its selector match the labels of the pod template.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        GoverningService.of(set, workload)
                .filter(service -> !selects(service, workload))
                .ifPresent(service -> level(set, workload, report)
                        .invalid(
                                this,
                                workload.object(),
                                "spec.serviceName",
                                "Service \"" + ObjectSet.name(service) + "\" selects "
                                        + new TreeMap<>(Selection.selector(service)) + ", and the pods have "
                                        + new TreeMap<>(workload.pod().labels()) + "."));
    }

    private static boolean selects(Service service, PodOwner workload) {
        Map<String, String> selector = Selection.selector(service);
        return !selector.isEmpty()
                && LabelSelectors.matchesAll(selector, workload.pod().labels());
    }

    private static LintReport level(ObjectSet set, PodOwner workload, LintReport report) {
        return PodNames.areUsed(set, workload, GoverningService.nameOf(workload)) ? report : report.at(Level.WARNING);
    }
}
