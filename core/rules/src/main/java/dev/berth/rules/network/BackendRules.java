package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import org.jspecify.annotations.Nullable;

/** The rules of an Ingress backend: a port of a Service, or another resource. {@code validateIngressBackend}. */
final class BackendRules {
    private static final String FILE = "pkg/apis/networking/validation/validation.go";

    private static final Rule ONE = new Rule("ingress-backend", "validateIngressBackend", FILE);
    private static final Rule SERVICE = new Rule("ingress-backend-service", "validateIngressBackend", FILE);
    private static final Rule PORT = new Rule("ingress-backend-port", "validateIngressBackend", FILE);
    private static final Rule RESOURCE =
            new Rule("ingress-backend-resource", "validateIngressTypedLocalObjectReference", FILE);

    private final Findings findings;

    BackendRules(Findings findings) {
        this.findings = findings;
    }

    void check(@Nullable IngressBackend given, FieldPath path) {
        IngressBackend backend = given == null ? new IngressBackend() : given;
        TypedLocalObjectReference resource = backend.getResource();
        if (resource != null && backend.getService() != null) {
            findings.invalid(ONE, path, "", "resource and service are mutually exclusive");
        } else if (resource != null) {
            FieldPath at = path.child("resource");
            if (resource.getApiGroup() != null) {
                Format.DNS_SUBDOMAIN.check(findings, RESOURCE, at.child("apiGroup"), resource.getApiGroup());
            }
            pathStep(RESOURCE, resource.getKind(), at.child("kind"), findings);
            pathStep(RESOURCE, resource.getName(), at.child("name"), findings);
        } else if (backend.getService() != null) {
            service(backend.getService(), path);
        } else {
            findings.invalid(ONE, path, "", "must have a service or a resource");
        }
    }

    /** Requires a text that can be one step of an API path. */
    static void pathStep(Rule rule, @Nullable String value, FieldPath path, Findings findings) {
        if (findings.requireText(rule, path, value)) {
            Format.PATH_STEP.check(findings, rule, path, value);
        }
    }

    /** Two ports, or none, are reported at the backend, as the server does. */
    private void service(IngressServiceBackend service, FieldPath path) {
        FieldPath at = path.child("service");
        if (findings.requireText(SERVICE, at.child("name"), service.getName())) {
            Format.DNS_LABEL.check(findings, SERVICE, at.child("name"), service.getName());
        }
        ServiceBackendPort port = service.getPort() == null ? new ServiceBackendPort() : service.getPort();
        String name = Zero.text(port.getName());
        int number = Zero.number(port.getNumber());
        if (!name.isEmpty() && number != 0) {
            findings.invalid(PORT, path, "", "the name and the number of a port are mutually exclusive");
        } else if (!name.isEmpty()) {
            Format.PORT_NAME.check(findings, PORT, at.child("port", "name"), name);
        } else if (number != 0) {
            findings.within(PORT, at.child("port", "number"), number, 1, 65535);
        } else {
            findings.required(PORT, path, "must name a port of the Service, or state its number");
        }
    }
}
