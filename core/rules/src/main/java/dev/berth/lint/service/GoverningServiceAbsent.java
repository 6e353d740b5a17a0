package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;

/** A StatefulSet without a {@code serviceName}. */
final class GoverningServiceAbsent extends StatefulSetRule {

    GoverningServiceAbsent() {
        super(
                Level.WARNING,
                new Rule("service-name-absent", "ValidateStatefulSetSpec", "pkg/apis/apps/validation/validation.go"),
                "Its pods have no stable DNS names.",
                "Declare a headless Service and name it.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        // A set of a directory runs without it: what uses the names of its pods names the Service, too.
        if (GoverningService.nameOf(workload).isEmpty() && set.describesCluster()) {
            report.required(this, workload.object(), "spec.serviceName", "No Service is set.");
        }
    }
}
