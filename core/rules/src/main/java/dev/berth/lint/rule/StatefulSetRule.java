package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;

/** A rule about one StatefulSet. */
public abstract class StatefulSetRule extends SetRule {

    protected StatefulSetRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    public final void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.statefulSets()) {
            check(set, workload, report);
        }
    }

    /** Checks one StatefulSet that has a pod template. */
    protected abstract void check(ObjectSet set, PodOwner workload, LintReport report);
}
