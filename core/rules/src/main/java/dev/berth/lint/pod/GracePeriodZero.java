package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;

/** A StatefulSet that kills its pods without waiting. */
public final class GracePeriodZero extends StatefulSetRule {

    public GracePeriodZero() {
        super(
                Level.ERROR,
                new Rule("grace-period-zero", "DeletionGracePeriod", "pkg/registry/core/pod/strategy.go"),
                "The API server removes the pod before its processes have ended, so two pods with the same identity"
                        + " may write to the same volume.",
                "Set a grace period that is long enough for a clean shutdown.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Long seconds = workload.pod().spec().getTerminationGracePeriodSeconds();
        if (seconds != null && seconds == 0) {
            report.invalid(
                    this,
                    workload.object(),
                    workload.pod().specPath() + ".terminationGracePeriodSeconds",
                    "The grace period is 0.");
        }
    }
}
