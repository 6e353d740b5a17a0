package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;

/** A probe of a port, while no container lists any port. */
public final class ProbePortUnlisted extends SetRule {

    public ProbePortUnlisted() {
        super(
                Level.WARNING,
                new Rule("probe-port-unlisted", "ResolveContainerPort", "pkg/probe/util.go"),
                "It cannot be checked whether something listens there; if nothing does, the container restarts"
                        + " forever or never becomes ready.",
                "List the port under ports.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            List<ContainerPort> ports = Probes.ports(workload);
            for (Probes.Place probe : Probes.of(workload)) {
                Integer number = probe.port().getIntVal();
                if (number != null && ports.isEmpty()) {
                    report.invalid(
                            this,
                            workload.object(),
                            probe.path(),
                            "No container of the pod lists a port, and " + number + " is probed.");
                }
            }
        }
    }
}
