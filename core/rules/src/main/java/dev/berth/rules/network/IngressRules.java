package dev.berth.rules.network;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.IpAddress;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.Set;

/** {@code ValidateIngressCreate}. */
public final class IngressRules {
    private static final String FILE = "pkg/apis/networking/validation/validation.go";
    private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
    private static final Set<String> EXACT_TYPES = Set.of("Exact", "Prefix");
    private static final List<String> PATH_TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");
    private static final List<String> NOT_IN_A_PATH = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> NOT_AT_THE_END = List.of("/..", "/.");

    private static final Rule EMPTY = new Rule("ingress-empty", "ValidateIngressSpec", FILE);
    private static final Rule CLASS_NAME = new Rule("ingress-class-name", "ValidateIngressSpec", FILE);
    private static final Rule CLASS_TWICE = new Rule("ingress-class-twice", "ValidateIngressCreate", FILE);
    private static final Rule TLS_HOST = new Rule("ingress-tls-host", "validateIngressTLS", FILE);
    private static final Rule TLS_SECRET = new Rule("ingress-tls-secret", "validateIngressTLS", FILE);
    private static final Rule HOST = new Rule("ingress-host", "validateIngressRules", FILE);
    private static final Rule PATHS = new Rule("ingress-paths", "validateHTTPIngressRuleValue", FILE);
    private static final Rule PATH = new Rule("ingress-path", "validateHTTPIngressPath", FILE);
    private static final Rule PATH_TYPE = new Rule("ingress-path-type", "validateHTTPIngressPath", FILE);

    private final Findings findings;
    private final BackendRules backends;

    private IngressRules(Findings findings) {
        this.findings = findings;
        this.backends = new BackendRules(findings);
    }

    /** Checks a new Ingress. */
    public static void check(Ingress ingress, Findings findings) {
        checkAgain(ingress, findings);
        String annotated = ingress.getMetadata() == null
                ? null
                : Zero.map(ingress.getMetadata().getAnnotations()).get(CLASS_ANNOTATION);
        String named = ingress.getSpec() == null ? null : ingress.getSpec().getIngressClassName();
        if (annotated != null && named != null && !annotated.equals(named)) {
            // The server leaves metadata out of the path.
            FieldPath path = FieldPath.of("annotations", CLASS_ANNOTATION);
            findings.invalid(CLASS_TWICE, path, annotated, "must equal ingressClassName, " + named);
        }
    }

    /** Checks an Ingress that replaces another: its annotation and its class may differ. */
    public static void checkAgain(Ingress ingress, Findings findings) {
        MetadataRules.namespaced(ingress.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        IngressSpec spec = ingress.getSpec() == null ? new IngressSpec() : ingress.getSpec();
        new IngressRules(findings).spec(spec, FieldPath.of("spec"));
    }

    private void spec(IngressSpec spec, FieldPath path) {
        List<IngressRule> rules = Zero.list(spec.getRules());
        if (rules.isEmpty() && spec.getDefaultBackend() == null) {
            findings.invalid(EMPTY, path, "", "must have rules or a defaultBackend");
        }
        if (spec.getDefaultBackend() != null) {
            backends.check(spec.getDefaultBackend(), path.child("defaultBackend"));
        }
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), path.child("rules").index(i));
        }
        List<IngressTLS> tls = Zero.list(spec.getTls());
        for (int i = 0; i < tls.size(); i++) {
            tls(tls.get(i), path.child("tls").index(i));
        }
        if (spec.getIngressClassName() != null) {
            Format.DNS_SUBDOMAIN.check(
                    findings, CLASS_NAME, path.child("ingressClassName"), spec.getIngressClassName());
        }
    }

    private void tls(IngressTLS tls, FieldPath path) {
        List<String> hosts = Zero.list(tls.getHosts());
        for (int i = 0; i < hosts.size(); i++) {
            host(TLS_HOST, hosts.get(i), path.child("hosts").index(i));
        }
        if (!Zero.isEmpty(tls.getSecretName())) {
            Format.DNS_SUBDOMAIN.check(findings, TLS_SECRET, path.child("secretName"), tls.getSecretName());
        }
    }

    private void host(Rule rule, String host, FieldPath path) {
        Format format = host.indexOf('*') >= 0 ? Format.WILDCARD_DNS_SUBDOMAIN : Format.DNS_SUBDOMAIN;
        format.check(findings, rule, path, host);
    }

    private void rule(IngressRule rule, FieldPath path) {
        String host = Zero.text(rule.getHost());
        if (!host.isEmpty()) {
            if (IpAddress.parseLoosely(host) != null) {
                findings.invalid(HOST, path.child("host"), host, "must be a DNS name, not an IP address");
            }
            host(HOST, host, path.child("host"));
        }
        if (rule.getHttp() == null) {
            return;
        }
        FieldPath at = path.child("http", "paths");
        List<HTTPIngressPath> paths = Zero.list(rule.getHttp().getPaths());
        if (paths.isEmpty()) {
            findings.required(PATHS, at, "must have a path");
        }
        for (int i = 0; i < paths.size(); i++) {
            path(paths.get(i), at.index(i));
        }
    }

    private void path(HTTPIngressPath path, FieldPath at) {
        if (path.getPathType() == null) {
            findings.required(PATH_TYPE, at.child("pathType"), "one of " + String.join(", ", PATH_TYPES));
            return;
        }
        String text = Zero.text(path.getPath());
        boolean exact = EXACT_TYPES.contains(path.getPathType());
        if (!PATH_TYPES.contains(path.getPathType())) {
            findings.notSupported(PATH_TYPE, at.child("pathType"), path.getPathType(), PATH_TYPES);
        } else if (!text.startsWith("/") && (exact || !text.isEmpty())) {
            findings.invalid(PATH, at.child("path"), text, "must start with '/'");
        }
        if (exact) {
            for (String part : NOT_IN_A_PATH) {
                if (text.contains(part)) {
                    findings.invalid(PATH, at.child("path"), text, "must not contain '" + part + "'");
                }
            }
            for (String end : NOT_AT_THE_END) {
                if (text.endsWith(end)) {
                    findings.invalid(PATH, at.child("path"), text, "must not end with '" + end + "'");
                }
            }
        }
        backends.check(path.getBackend(), at.child("backend"));
    }
}
