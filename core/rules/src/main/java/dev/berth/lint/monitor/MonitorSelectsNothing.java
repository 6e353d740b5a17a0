package dev.berth.lint.monitor;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import java.util.Optional;

/** A monitor whose selector matches no Service or pod in the set. */
final class MonitorSelectsNothing extends SetRule {

    MonitorSelectsNothing() {
        super(
                Level.WARNING,
                new Rule(
                        "monitor-selects-nothing",
                        "generateServiceMonitorConfig",
                        "pkg/prometheus/promcfg.go of prometheus-operator/prometheus-operator"),
                "Prometheus scrapes nothing, and reports no error.",
                "Make its selector match the labels of the Service or the pods, in the namespaces that it selects from.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (Monitor monitor : Monitor.all(set)) {
            if (monitor.selectsServices()) {
                MonitoredServices services = set.viewOfAll(MonitoredServices.class, MonitoredServices::of);
                if (services.with(monitor).findAny().isEmpty()) {
                    report(set, monitor, "Service", services.areWhere(monitor), report);
                }
            } else {
                MonitoredPods pods = set.viewOfAll(MonitoredPods.class, MonitoredPods::of);
                if (!pods.areUnknown(set, monitor)
                        && pods.with(set, monitor).findAny().isEmpty()) {
                    report(set, monitor, "pod", pods.areWhere(monitor), report);
                }
            }
        }
    }

    /** A directory may have the monitors of objects that are elsewhere, or that an operator creates. */
    private void report(ObjectSet set, Monitor monitor, String what, boolean hasOthers, LintReport report) {
        String where = monitor.namespaces().isEmpty() || monitor.namespaces().contains("")
                ? ""
                : " and in namespace " + String.join(", ", monitor.namespaces());
        String detail = "No " + what + " in the set" + where + " has these labels";
        Optional<String> maker = monitor.namespaces().stream()
                .flatMap(namespace -> set.pods().maker(namespace).stream())
                .findFirst();
        if (set.describesCluster() || (hasOthers && maker.isEmpty())) {
            report.invalid(this, monitor.object(), "spec.selector", detail + ".");
        } else {
            report.note(
                    this,
                    monitor.object(),
                    "spec.selector",
                    detail
                            + maker.map(who -> "; " + who + " may create one.")
                                    .orElse(". Something else must create one."));
        }
    }
}
