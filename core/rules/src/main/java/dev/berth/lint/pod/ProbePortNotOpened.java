package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;

/** A probe of a port that the containers of the pod do not list. */
public final class ProbePortNotOpened extends WorkloadRule {

    public ProbePortNotOpened() {
        super(
                Level.WARNING,
                new Rule("probe-port-not-opened", "ResolveContainerPort", "pkg/probe/util.go"),
                "If nothing listens there, the probe always fails: the container restarts forever or never becomes"
                        + " ready.",
                "Probe a port that a container listens on, or list this one.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        List<Probes.Place> probes = Probes.of(workload);
        List<ContainerPort> ports = probes.isEmpty() ? List.of() : Probes.ports(workload);
        for (Probes.Place probe : probes) {
            Integer number = probe.port().getIntVal();
            if (number != null
                    && !ports.isEmpty()
                    && ports.stream().noneMatch(port -> number.equals(port.getContainerPort()))) {
                report.invalid(
                        this,
                        workload.object(),
                        probe.path(),
                        "The containers of the pod list other ports than " + number + ".");
            }
        }
    }
}
