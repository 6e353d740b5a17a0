package dev.berth.rules.broken.service;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;

/** A StatefulSet without a {@code serviceName}. */
public final class GoverningServiceAbsent extends SetRule {

    /** Makes the rule. */
    public GoverningServiceAbsent() {
        super(
                Severity.RISK,
                new Rule("service-name-absent", "ValidateStatefulSetSpec", "pkg/apis/apps/validation/validation.go"),
                "Its pods have no stable DNS names.",
                "Declare a headless Service and name it.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (Workload workload : set.statefulSets()) {
            if (GoverningService.nameOf(workload).isEmpty()) {
                report.required(this, workload.object(), "spec.serviceName", "No Service is named.");
            }
        }
    }
}
