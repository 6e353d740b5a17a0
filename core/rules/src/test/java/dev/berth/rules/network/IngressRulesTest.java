package dev.berth.rules.network;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressRulesTest {
    private static Expectation ingress(String spec) {
        return Expectation.of("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec: {%s}
                """.formatted(spec));
    }

    private static Expectation path(String path) {
        return ingress(
                "rules: [{http: {paths: [{backend: {service: {name: web, port: {number: 80}}}, " + path + "}]}}]");
    }

    @Test
    void an_ingress_has_rules_or_a_default_backend() {
        ingress("defaultBackend: {service: {name: web, port: {name: http}}}").isAccepted();
        ingress("").finds("ingress-empty FieldValueInvalid spec");
        ingress("rules: [{host: a.example, http: {paths: []}}]")
                .finds("ingress-paths FieldValueRequired spec.rules[0].http.paths");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ingress-backend FieldValueInvalid spec.defaultBackend",
        "'resource: {kind: B, name: b}, service: {name: w}', ingress-backend FieldValueInvalid spec.defaultBackend",
        "'resource: {kind: B}', ingress-backend-resource FieldValueRequired spec.defaultBackend.resource.name",
        "'service: {port: {number: 1}}', ingress-backend-service FieldValueRequired spec.defaultBackend.service.name",
        "'service: {name: w}', ingress-backend-port FieldValueRequired spec.defaultBackend",
        "'service: {name: w, port: {name: a, number: 1}}', ingress-backend-port FieldValueInvalid spec.defaultBackend",
        "'service: {name: w, port: {number: 70000}}',"
                + " ingress-backend-port FieldValueInvalid spec.defaultBackend.service.port.number"
    })
    void a_backend_is_one_port_of_a_service_or_a_resource(String backend, String finding) {
        ingress("defaultBackend: {" + backend + "}").finds(finding);
    }

    @ParameterizedTest
    @CsvSource({"Exact, /a", "Prefix, /", "ImplementationSpecific, ''", "ImplementationSpecific, /a//b"})
    void a_path_fits_its_type(String type, String path) {
        path("pathType: " + type + ", path: '" + path + "'").isAccepted();
    }

    @ParameterizedTest
    @CsvSource({"Exact, a", "Prefix, ''", "Prefix, /a//b", "Exact, /a/..", "Prefix, /%2fa", "ImplementationSpecific, a"
    })
    void a_path_that_does_not_fit_its_type_is_refused(String type, String path) {
        path("pathType: " + type + ", path: '" + path + "'")
                .finds("ingress-path FieldValueInvalid spec.rules[0].http.paths[0].path");
    }

    @Test
    void the_type_of_a_path_is_required() {
        path("path: /").finds("ingress-path-type FieldValueRequired spec.rules[0].http.paths[0].pathType");
        path("path: /, pathType: Regex")
                .finds("ingress-path-type FieldValueNotSupported spec.rules[0].http.paths[0].pathType");
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 1", "'*', 1", "*.*.example, 1", "UPPER.example, 1", "*.example.org, 0", "web, 0"})
    void a_host_is_a_name_that_may_begin_with_a_wildcard(String host, int faults) {
        Expectation rules = ingress("rules: [{host: '" + host + "'}]");
        Expectation tls = ingress("defaultBackend: {resource: {kind: B, name: b}}, tls: [{hosts: ['" + host + "']}]");
        if (faults == 0) {
            rules.isAccepted();
            tls.isAccepted();
        } else {
            rules.finds("ingress-host FieldValueInvalid spec.rules[0].host");
            if (!host.startsWith("192")) {
                tls.finds("ingress-tls-host FieldValueInvalid spec.tls[0].hosts[0]");
            }
        }
    }

    @Test
    void names_of_classes_and_secrets_are_checked() {
        ingress("ingressClassName: A_B, rules: [{}], tls: [{secretName: C_D}]")
                .finds(
                        "ingress-class-name FieldValueInvalid spec.ingressClassName",
                        "ingress-tls-secret FieldValueInvalid spec.tls[0].secretName");
    }

    @Test
    void the_old_annotation_must_not_contradict_the_class() {
        String ingress = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop, annotations: {kubernetes.io/ingress.class: %s}}
                spec: {ingressClassName: nginx, rules: [{}]}
                """;
        Expectation.of(ingress.formatted("nginx")).isAccepted();
        Expectation.of(ingress.formatted("traefik"))
                .finds("ingress-class-twice FieldValueInvalid annotations.kubernetes.io/ingress.class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controller: example.com/a, parameters: {kind: P, name: p} |",
                "controller: example.com/a, parameters: {kind: P, name: p, scope: Namespace, namespace: ns} |",
                "controller: '' | ingress-class-controller FieldValueRequired spec.controller",
                "controller: example.com | ingress-class-controller FieldValueInvalid spec.controller",
                "controller: 'example.com/a b' | ingress-class-controller FieldValueInvalid spec.controller",
                "controller: a.b/c, parameters: {kind: P} | ingress-class-parameters FieldValueRequired spec.parameters.name",
                "controller: a.b/c, parameters: {kind: P, name: p, namespace: ns}"
                        + " | ingress-class-parameters FieldValueForbidden spec.parameters.namespace",
                "controller: a.b/c, parameters: {kind: P, name: p, scope: Namespace}"
                        + " | ingress-class-parameters FieldValueRequired spec.parameters.namespace",
                "controller: a.b/c, parameters: {kind: P, name: p, scope: Zone}"
                        + " | ingress-class-parameters FieldValueNotSupported spec.parameters.scope"
            })
    void a_class_names_its_controller_and_where_its_parameters_are(String spec, String finding) {
        Expectation ingressClass = Expectation.of("""
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata: {name: c}
                spec: {%s}
                """.formatted(spec));
        if (finding == null) {
            ingressClass.isAccepted();
        } else {
            ingressClass.finds(finding);
        }
    }
}
