package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;

/** A rule about one object that is a pod or creates pods. */
public abstract class WorkloadRule extends SetRule {

    protected WorkloadRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            check(set, workload, report);
        }
    }

    /** Checks one workload. */
    protected abstract void check(ObjectSet set, PodOwner workload, LintReport report);
}
