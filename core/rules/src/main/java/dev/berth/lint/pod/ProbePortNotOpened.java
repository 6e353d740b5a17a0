package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;

/** A probe of a port that the containers of the pod do not list. */
public final class ProbePortNotOpened extends SetRule {

    public ProbePortNotOpened() {
        super(
                Level.WARNING,
                new Rule("probe-port-not-opened", "ResolveContainerPort", "pkg/probe/util.go"),
                "If nothing listens there, the probe always fails: the container restarts forever or never becomes"
                        + " ready.",
                "Probe a port that a container listens on, or list this one.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            List<ContainerPort> ports = Probes.ports(workload);
            for (Probes.Place probe : Probes.of(workload)) {
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
}
