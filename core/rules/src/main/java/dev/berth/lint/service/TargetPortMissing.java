package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.Pods;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Service whose {@code targetPort} is a name that no container of its pods has as a port name. */
final class TargetPortMissing extends ServiceRule {

    TargetPortMissing() {
        super(
                Level.ERROR,
                new Rule(
                        "service-target-port-missing",
                        "FindPort",
                        "staging/src/k8s.io/endpointslice/util/controller_utils.go"),
                "The port is missing from the endpoints, and connections to it fail.",
                "Give a port of the container this name, or use its number.");
    }

    @Override
    void check(ObjectSet set, Service service, LintReport report) {
        List<Pods> selected = Selection.pods(set, service);
        if (selected.isEmpty() || set.pods().areUnknownIn(ObjectSet.namespace(service))) {
            return;
        }
        List<ServicePort> ports = PodOwner.orEmpty(service.getSpec().getPorts());
        for (int i = 0; i < ports.size(); i++) {
            String target = nameOf(ports.get(i));
            if (!target.isEmpty() && !havePort(selected, target)) {
                report.notFound(
                        this,
                        service,
                        "spec.ports[" + i + "].targetPort",
                        "No container of the selected pods has a port named \"" + target + "\".");
            }
        }
    }

    private static boolean havePort(List<Pods> selected, String port) {
        for (Pods pods : selected) {
            if (pods.ports().contains(port)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(@Nullable ServicePort port) {
        return port == null
                        || port.getTargetPort() == null
                        || port.getTargetPort().getStrVal() == null
                ? ""
                : port.getTargetPort().getStrVal();
    }
}
