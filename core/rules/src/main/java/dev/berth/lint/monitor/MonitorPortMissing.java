package dev.berth.lint.monitor;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Pods;
import dev.berth.lint.rule.SetRule;
import dev.berth.value.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A monitor with a port name that none of the selected Services or pods has. */
final class MonitorPortMissing extends SetRule {

    MonitorPortMissing() {
        super(
                Level.ERROR,
                new Rule(
                        "monitor-port-missing",
                        "generateServiceMonitorConfig",
                        "pkg/prometheus/promcfg.go of prometheus-operator/prometheus-operator"),
                "Prometheus drops all targets of this endpoint, and reports no error.",
                "Use the name of a port of the Service, or of the container for a PodMonitor.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (Monitor monitor : Monitor.all(set)) {
            List<Set<String>> selected = monitor.selectsServices()
                    ? set.viewOfAll(MonitoredServices.class, MonitoredServices::of)
                            .with(monitor)
                            .map(MonitoredServices.Labeled::ports)
                            .toList()
                    : set.viewOfAll(MonitoredPods.class, MonitoredPods::of)
                            .with(set, monitor)
                            .map(Pods::ports)
                            .toList();
            Set<String> names = new TreeSet<>();
            selected.forEach(names::addAll);
            for (Monitor.PortName port : monitor.ports()) {
                if (!selected.isEmpty() && !names.contains(port.name())) {
                    report.notFound(
                            this,
                            monitor.object(),
                            port.path(),
                            "No selected " + (monitor.selectsServices() ? "Service" : "pod") + " has a port named \""
                                    + port.name() + "\"." + Nearest.question(port.name(), names));
                }
            }
        }
    }
}
