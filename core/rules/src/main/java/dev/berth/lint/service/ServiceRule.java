package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.Service;

/** A rule about one Service that forwards to pods. */
abstract class ServiceRule extends SetRule {

    ServiceRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (Service service : Selection.services(set)) {
            check(set, service, report);
        }
    }

    /** Checks one Service, which has a spec. */
    abstract void check(ObjectSet set, Service service, LintReport report);
}
