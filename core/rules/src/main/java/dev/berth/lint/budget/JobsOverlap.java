package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;

/** A CronJob that does not say what happens while the last job still runs. */
final class JobsOverlap extends ObjectRule<CronJob> {

    JobsOverlap() {
        super(
                CronJob.class,
                Level.WARNING,
                new Rule("jobs-overlap", "SetDefaults_CronJob", "pkg/apis/batch/v1/defaults.go"),
                "The policy defaults to Allow: two jobs may run at once, such as two backups to the same place.",
                "Set concurrencyPolicy: Forbid, or Allow if that is intended.");
    }

    @Override
    protected void check(ObjectSet set, CronJob job, LintReport report) {
        if (job.getSpec() != null && job.getSpec().getConcurrencyPolicy() == null) {
            report.required(this, job, "spec.concurrencyPolicy", "No policy is set.");
        }
    }
}
