package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassParametersReference;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassSpec;
import java.util.List;
import java.util.regex.Pattern;

/** {@code ValidateIngressClass}, and the default scope of its parameters. */
public final class IngressClassRules {
    private static final String FILE = "pkg/apis/networking/validation/validation.go";
    private static final int MOST_CONTROLLER_BYTES = 250;
    private static final Pattern URL_PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");
    private static final List<String> SCOPES = List.of("Cluster", "Namespace");

    private static final Rule CONTROLLER = new Rule("ingress-class-controller", "validateIngressClassSpec", FILE);
    private static final Rule PARAMETERS =
            new Rule("ingress-class-parameters", "validateIngressClassParametersReference", FILE);

    private IngressClassRules() {}

    /** {@code SetDefaults_IngressClass}. */
    public static void fillIn(IngressClass ingressClass) {
        IngressClassSpec spec = ingressClass.getSpec();
        if (spec != null && spec.getParameters() != null && spec.getParameters().getScope() == null) {
            spec.getParameters().setScope("Cluster");
        }
    }

    /** Checks an IngressClass with its defaults. */
    public static void check(IngressClass ingressClass, Findings findings) {
        MetadataRules.clusterWide(ingressClass.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        IngressClassSpec spec = ingressClass.getSpec() == null ? new IngressClassSpec() : ingressClass.getSpec();
        controller(Zero.text(spec.getController()), FieldPath.of("spec", "controller"), findings);
        if (spec.getParameters() != null) {
            parameters(spec.getParameters(), FieldPath.of("spec", "parameters"), findings);
        }
    }

    private static void controller(String controller, FieldPath path, Findings findings) {
        if (Ascii.bytes(controller) > MOST_CONTROLLER_BYTES) {
            findings.tooLong(CONTROLLER, path, MOST_CONTROLLER_BYTES, "bytes");
        }
        if (!findings.requireText(CONTROLLER, path, controller)) {
            return;
        }
        int slash = controller.indexOf('/');
        if (slash <= 0 || slash == controller.length() - 1) {
            findings.invalid(CONTROLLER, path, controller, "must be a domain and a path: example.com/controller");
            return;
        }
        Format.DNS_SUBDOMAIN.check(findings, CONTROLLER, path, controller.substring(0, slash));
        if (!URL_PATH.matcher(controller.substring(slash + 1)).matches()) {
            findings.invalid(CONTROLLER, path, controller, "the part after '/' must be the path of a URL");
        }
    }

    private static void parameters(IngressClassParametersReference parameters, FieldPath path, Findings findings) {
        if (parameters.getApiGroup() != null) {
            Format.DNS_SUBDOMAIN.check(findings, PARAMETERS, path.child("apiGroup"), parameters.getApiGroup());
        }
        BackendRules.pathStep(PARAMETERS, parameters.getKind(), path.child("kind"), findings);
        BackendRules.pathStep(PARAMETERS, parameters.getName(), path.child("name"), findings);
        FieldPath namespace = path.child("namespace");
        switch (Zero.text(parameters.getScope())) {
            case "Namespace" -> {
                if (parameters.getNamespace() == null) {
                    findings.required(PARAMETERS, namespace, "must be set if scope is Namespace");
                } else {
                    Format.DNS_LABEL.check(findings, PARAMETERS, namespace, parameters.getNamespace());
                }
            }
            case "Cluster" -> {
                if (parameters.getNamespace() != null) {
                    findings.forbidden(PARAMETERS, namespace, "not allowed if scope is Cluster");
                }
            }
            default -> findings.notSupported(PARAMETERS, path.child("scope"), parameters.getScope(), SCOPES);
        }
    }
}
