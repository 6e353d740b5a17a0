package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;

/** A ReadWriteOncePod claim that two workloads mount. */
public final class ClaimForOnePodShared extends ClaimUseRule {

    public ClaimForOnePodShared() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-for-one-pod-shared",
                        "satisfyReadWriteOncePod",
                        "pkg/scheduler/framework/plugins/volumerestrictions/volume_restrictions.go"),
                "While a pod of one workload runs, the pods of the other stay Pending.",
                "Use ReadWriteOnce, or one claim for each workload.");
    }

    @Override
    void check(ObjectSet set, ClaimUse use, LintReport report) {
        set.pods()
                .firstUserOf(use.workload().object(), use.workload().namespace(), ObjectSet.name(use.claim()))
                .filter(first -> use.isForOnePod() && !first.areOf(use.workload()))
                .ifPresent(first -> report.invalid(
                        this,
                        use.workload().object(),
                        use.path(),
                        use.inWords() + ", and " + first.kind() + " \"" + first.name() + "\" mounts it too."));
    }
}
