package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A CronJob is suspended, kills its runs, or deletes the logs of failed ones. */
final class CronJobChanges implements EffectRule {
    private static final String FILE = "pkg/controller/cronjob/cronjob_controllerv2.go";
    private static final Rule SUSPENDED = new Rule("cronjob-suspended", "syncCronJob", FILE);
    private static final Rule REPLACES = new Rule("cronjob-replaces", "syncCronJob", FILE);
    private static final Rule FORGETS = new Rule("cronjob-forgets-failures", "cleanupFinishedJobs", FILE);

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("CronJob") || !change.isUpdate()) {
            return;
        }
        if (change.now("spec", "suspend").asBoolean()) {
            change.change("spec.suspend")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            SUSPENDED,
                            field,
                            "No new run starts, and nothing reports that: if this is a backup, there are no backups"
                                    + " from now on. A current run continues.",
                            "Alert on the time of the last success."));
        }
        if (change.now("spec", "concurrencyPolicy").asText().equals("Replace")) {
            change.change("spec.concurrencyPolicy")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            REPLACES,
                            field,
                            "A run that takes longer than the schedule is killed when the next one is due: a backup"
                                    + " may never finish.",
                            "Use Forbid for work that must finish."));
        }
        if (change.now("spec", "failedJobsHistoryLimit").asInt(1) == 0) {
            change.change("spec.failedJobsHistoryLimit")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            FORGETS,
                            field,
                            "Failed runs are deleted at once, with their pods and logs.",
                            "Keep at least one."));
        }
    }
}
