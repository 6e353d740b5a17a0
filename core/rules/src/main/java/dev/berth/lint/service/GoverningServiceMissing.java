package dev.berth.lint.service;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import dev.berth.lint.rule.Workload;
import dev.berth.rules.Rule;

/** A StatefulSet whose {@code serviceName} names no Service. */
public final class GoverningServiceMissing extends SetRule {

    /** Makes the rule. */
    public GoverningServiceMissing() {
        super(
                Severity.BROKEN,
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
