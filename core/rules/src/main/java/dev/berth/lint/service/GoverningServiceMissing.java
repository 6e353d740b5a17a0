package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Workload;

/** A StatefulSet whose {@code serviceName} names no Service. */
public final class GoverningServiceMissing extends SetRule {

    /** Makes the rule. */
    public GoverningServiceMissing() {
        super(
                Level.ERROR,
                new Rule("service-missing", "ValidateStatefulSetSpec", "pkg/apis/apps/validation/validation.go"),
                "The names of its pods never resolve.",
                "Declare the headless Service, or declare that it exists.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (Workload workload : set.statefulSets()) {
            String service = GoverningService.nameOf(workload);
            if (!service.isEmpty() && !set.has("Service", workload.namespace(), service)) {
                report.notFound(
                        this, workload.object(), "spec.serviceName", "Service \"" + service + "\" is not in the set.");
            }
        }
    }
}
