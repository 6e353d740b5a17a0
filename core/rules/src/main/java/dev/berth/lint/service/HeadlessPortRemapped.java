package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A headless Service whose {@code targetPort} differs from its {@code port}. */
final class HeadlessPortRemapped extends ServiceRule {

    HeadlessPortRemapped() {
        super(
                Level.WARNING,
                new Rule("headless-port-remapped", "podToEndpoint", "staging/src/k8s.io/endpointslice/utils.go"),
                "A headless Service does not forward: clients that connect to a pod by name reach the port that they"
                        + " use, not the targetPort.",
                "Give both the same number.");
    }

    @Override
    void check(ObjectSet set, Service service, LintReport report) {
        if (!GoverningService.isHeadless(service)) {
            return;
        }
        List<ServicePort> ports = PodOwner.orEmpty(service.getSpec().getPorts());
        for (int i = 0; i < ports.size(); i++) {
            if (isRemapped(ports.get(i))) {
                report.invalid(
                        this,
                        service,
                        "spec.ports[" + i + "].targetPort",
                        "Port " + ports.get(i).getPort() + " has the target "
                                + ports.get(i).getTargetPort().getIntVal() + ".");
            }
        }
    }

    private static boolean isRemapped(@Nullable ServicePort port) {
        return port != null
                && port.getPort() != null
                && port.getTargetPort() != null
                && port.getTargetPort().getIntVal() != null
                && port.getTargetPort().getIntVal() != 0
                && !port.getTargetPort().getIntVal().equals(port.getPort());
    }
}
