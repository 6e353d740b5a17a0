package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;

/** A rule about one claim, claim template or generic ephemeral volume. */
public abstract class DeclaredClaimRule extends SetRule {

    protected DeclaredClaimRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (DeclaredClaim declared : DeclaredClaim.all(set)) {
            check(set, declared, report);
        }
    }

    /** Checks one declared claim. */
    protected abstract void check(ObjectSet set, DeclaredClaim declared, LintReport report);
}
