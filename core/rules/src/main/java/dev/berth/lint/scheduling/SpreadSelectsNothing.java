package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;

/** A topology spread constraint whose selector does not select the pod that has it. */
final class SpreadSelectsNothing extends WorkloadRule {

    SpreadSelectsNothing() {
        super(
                Level.WARNING,
                new Rule(
                        "spread-selects-nothing",
                        "calPreFilterState",
                        "pkg/scheduler/framework/plugins/podtopologyspread/filtering.go"),
                "The pods are not counted, so the constraint does not spread them: all of them may share a node or a"
                        + " zone.",
                "Use labels of the pod template.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        List<TopologySpreadConstraint> constraints =
                PodOwner.orEmpty(workload.pod().spec().getTopologySpreadConstraints());
        for (int i = 0; i < constraints.size(); i++) {
            TopologySpreadConstraint constraint = constraints.get(i);
            if (constraint != null
                    && constraint.getLabelSelector() != null
                    && !LabelSelectors.matches(
                            constraint.getLabelSelector(), workload.pod().labels())) {
                report.invalid(
                        this,
                        workload.object(),
                        workload.pod().specPath() + ".topologySpreadConstraints[" + i + "].labelSelector",
                        "The pods do not have these labels.");
            }
        }
    }
}
