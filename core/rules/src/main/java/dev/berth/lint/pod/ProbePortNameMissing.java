package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;

/** A probe of a port name that its container does not have. */
public final class ProbePortNameMissing extends WorkloadRule {

    public ProbePortNameMissing() {
        super(
                Level.ERROR,
                new Rule("probe-port-name-missing", "ResolveContainerPort", "pkg/probe/util.go"),
                "The probe always fails: the container restarts forever or never becomes ready.",
                "Give a port of the container this name, or use its number.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (Probes.Place probe : Probes.of(workload)) {
            String name = probe.port().getStrVal();
            if (name != null
                    && PodOwner.orEmpty(probe.container().container().getPorts()).stream()
                            .noneMatch(port -> port != null && name.equals(port.getName()))) {
                report.notFound(
                        this, workload.object(), probe.path(), "The container has no port named \"" + name + "\".");
            }
        }
    }
}
