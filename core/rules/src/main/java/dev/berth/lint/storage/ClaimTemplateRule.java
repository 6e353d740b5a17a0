package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;

/** A rule about one claim template of a StatefulSet. */
abstract class ClaimTemplateRule extends StatefulSetRule {

    ClaimTemplateRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    protected final void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (PodOwner.ClaimTemplatePlace template : workload.namedClaimTemplates()) {
            check(set, workload, template, report);
        }
    }

    /** Checks one named claim template. */
    abstract void check(ObjectSet set, PodOwner workload, PodOwner.ClaimTemplatePlace template, LintReport report);
}
