package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;

/** A rule about one server of a known image. */
abstract class ServerRule extends SetRule {

    ServerRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (Server server : Server.all(set)) {
            check(set, server, report);
        }
    }

    /** Checks one server. */
    abstract void check(ObjectSet set, Server server, LintReport report);
}
