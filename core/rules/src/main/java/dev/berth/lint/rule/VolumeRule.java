package dev.berth.lint.rule;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;

/** A rule about one volume of a pod. */
public abstract class VolumeRule extends WorkloadRule {

    protected VolumeRule(Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
    }

    @Override
    protected final void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (PodOwner.VolumePlace place : workload.volumes().values()) {
            check(set, workload, place, report);
        }
    }

    /** Checks one named volume, which no claim template replaces. */
    protected abstract void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report);
}
