package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.IngressReferences;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path of an Ingress that names a port that its Service does not have: a Service has its own numbers and names. */
final class IngressPortMissing extends SetRule {

    IngressPortMissing() {
        super(
                Level.ERROR,
                new Rule(
                        "ingress-port-missing",
                        "serviceEndpoints",
                        "internal/ingress/controller/controller.go of kubernetes/ingress-nginx"),
                "Requests to the path are answered with an error, such as 503.",
                "Use the name or the number of a port of the Service.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (HasMetadata object : set.objects()) {
            if ("Ingress".equals(object.getKind()) && object instanceof Ingress ingress) {
                check(set, ingress, report);
            }
        }
    }

    private void check(ObjectSet set, Ingress ingress, LintReport report) {
        IngressReferences.eachBackend(ingress, (path, backend) -> {
            if (backend.getService() != null && backend.getService().getPort() != null) {
                check(set, ingress, path + ".service.port", backend.getService(), report);
            }
        });
    }

    private void check(ObjectSet set, Ingress ingress, String path, IngressServiceBackend backend, LintReport report) {
        set.find(Service.class, ingress, ObjectSet.namespace(ingress), backend.getName())
                .filter(service -> service.getSpec() != null)
                .ifPresent(service -> {
                    List<ServicePort> ports = PodOwner.orEmpty(service.getSpec().getPorts()).stream()
                            .filter(Objects::nonNull)
                            .toList();
                    if (ports.stream().noneMatch(port -> isNamed(port, backend.getPort()))) {
                        report.notFound(
                                this,
                                ingress,
                                path,
                                "Service \"" + backend.getName() + "\" has no port " + text(backend.getPort())
                                        + " Its ports are " + names(ports) + ".");
                    }
                });
    }

    private static boolean isNamed(ServicePort port, ServiceBackendPort wanted) {
        return isSet(wanted.getName())
                ? Objects.equals(wanted.getName(), port.getName())
                : Objects.equals(wanted.getNumber(), port.getPort());
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static String text(ServiceBackendPort port) {
        return isSet(port.getName()) ? "\"" + port.getName() + "\"." : port.getNumber() + ".";
    }

    private static String names(List<ServicePort> ports) {
        return ports.stream()
                .map(port -> isSet(port.getName()) ? port.getPort() + " (" + port.getName() + ")" : "" + port.getPort())
                .collect(Collectors.joining(", "));
    }
}
