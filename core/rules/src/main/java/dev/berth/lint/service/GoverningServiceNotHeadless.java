package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;

/** A StatefulSet whose Service has a cluster IP. */
final class GoverningServiceNotHeadless extends StatefulSetRule {

    GoverningServiceNotHeadless() {
        super(
                Level.ERROR,
                new Rule("service-not-headless", "updateIdentity", "pkg/controller/statefulset/stateful_set_utils.go"),
                "The name of the Service resolves to one virtual address, and the names of the pods do "
                        + "not resolve.",
                "Set clusterIP: None, or name a headless Service.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        GoverningService.of(set, workload)
                .filter(service -> !GoverningService.isHeadless(service))
                .ifPresent(service -> level(set, workload, report)
                        .invalid(
                                this,
                                workload.object(),
                                "spec.serviceName",
                                "Service \"" + ObjectSet.name(service) + "\" is not headless."));
    }

    private static LintReport level(ObjectSet set, PodOwner workload, LintReport report) {
        return PodNames.areUsed(set, workload, GoverningService.nameOf(workload)) ? report : report.at(Level.WARNING);
    }
}
