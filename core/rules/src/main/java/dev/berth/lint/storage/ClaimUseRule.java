package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;

/** A rule about one claim that a workload mounts. */
abstract class ClaimUseRule extends SetRule {

    ClaimUseRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (ClaimUse use : ClaimUse.all(set)) {
            check(set, use, report);
        }
    }

    /** Checks one use of a claim. */
    abstract void check(ObjectSet set, ClaimUse use, LintReport report);
}
