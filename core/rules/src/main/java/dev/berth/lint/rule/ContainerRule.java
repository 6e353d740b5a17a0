package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.object.TemplatedPod;

/** A rule about one container. */
public abstract class ContainerRule extends WorkloadRule {

    protected ContainerRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    protected final void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (TemplatedPod.Place place : workload.containers()) {
            check(set, workload, place, report);
        }
    }

    /** Checks one container of a workload. */
    protected abstract void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report);
}
