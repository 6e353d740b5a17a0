package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.ingress.Ingress;
import dev.berth.ingress.IngressClass;
import dev.berth.ingress.IngressPath;
import dev.berth.ingress.IngressRule;
import dev.berth.ingress.IngressTls;
import dev.berth.network.Service;
import dev.berth.network.ServiceBackend;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import org.junit.jupiter.api.Test;

class IngressTest {

    private final Port http = Port.tcp("http", 8080);
    private final Deployment web = Deployment.named("shop")
            .replicas(2)
            .container(Container.named("shop").image("shop:1").addPort(http).build())
            .build();
    private final Service service =
            Service.named("shop").selecting(web).putPortNumber(http, 80).build();

    @Test
    void an_ingress_refers_to_its_services_secrets_and_class_by_value() {
        var ingress = Ingress.named("shop")
                .rule(IngressRule.host("shop.example.com", IngressPath.prefix("/", service.backend(http))))
                .ingressClass(IngressClass.existing("nginx"))
                .addTls(IngressTls.of(Secret.existing("shop-tls"), "shop.example.com"))
                .build();
        assertThat(Yaml.of(ingress)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: shop
                spec:
                  ingressClassName: nginx
                  tls:
                  - hosts:
                    - shop.example.com
                    secretName: shop-tls
                  rules:
                  - host: shop.example.com
                    http:
                      paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: shop
                            port:
                              number: 80
                """);
        assertThat(ingress.existing())
                .containsExactly(new ExistingObject("IngressClass", "nginx"), new ExistingObject("Secret", "shop-tls"));
    }

    @Test
    void an_ingress_can_have_several_hosts_and_a_default_backend() {
        var ingress = Ingress.named("shop")
                .rule(IngressRule.host(
                        "*.example.com",
                        IngressPath.exact("/healthz", service.backend(http)),
                        IngressPath.implementationSpecific("/item/.*", service.backend(http))))
                .addRule(IngressRule.anyHost(IngressPath.prefix("/", ServiceBackend.existing("old-shop", 8080))))
                .defaultBackend(ServiceBackend.existing("not-found", 80))
                .build();
        assertThat(Yaml.of(ingress)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: shop
                spec:
                  defaultBackend:
                    service:
                      name: not-found
                      port:
                        number: 80
                  rules:
                  - host: "*.example.com"
                    http:
                      paths:
                      - path: /healthz
                        pathType: Exact
                        backend:
                          service:
                            name: shop
                            port:
                              number: 80
                      - path: /item/.*
                        pathType: ImplementationSpecific
                        backend:
                          service:
                            name: shop
                            port:
                              number: 80
                  - http:
                      paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: old-shop
                            port:
                              number: 8080
                """);
        assertThat(ingress.existing())
                .containsExactly(new ExistingObject("Service", "not-found"), new ExistingObject("Service", "old-shop"));
    }

    @Test
    void an_ingress_class_can_be_the_default() {
        var internal = IngressClass.named("internal")
                .controller("example.com/ingress-controller")
                .defaultClass(true)
                .build();
        assertThat(Yaml.of(internal)).isEqualTo("""
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata:
                  name: internal
                  annotations:
                    ingressclass.kubernetes.io/is-default-class: "true"
                spec:
                  controller: example.com/ingress-controller
                """);
        var ingress = Ingress.named("shop")
                .rule(IngressRule.anyHost(IngressPath.prefix("/", service.backend(http))))
                .ingressClass(internal)
                .build();
        assertThat(ingress.existing()).isEmpty();
    }

    @Test
    void a_port_that_the_service_does_not_expose_is_refused() {
        assertRefused(
                () -> service.backend(Port.tcp("metrics", 9090)),
                "Service \"shop\": backend: Invalid value: \"metrics\": must be a port that the Service exposes");
        assertRefused(
                () -> ServiceBackend.existing("shop", 0),
                "Service \"shop\": port: Invalid value: 0: must be between 1 and 65535, inclusive");
    }

    @Test
    void a_secret_without_a_certificate_is_refused() {
        var secret = Secret.named("shop-tls").putDemoValue("tls.crt", "…").build();
        assertRefused(
                () -> IngressTls.of(secret, "shop.example.com"),
                "Secret \"shop-tls\" has no key \"tls.key\". Keys: tls.crt.");
    }

    @Test
    void invalid_hosts_paths_and_controllers_are_refused_where_they_are_created() {
        IngressPath path = IngressPath.prefix("/", service.backend(http));
        assertRefused(
                () -> IngressRule.host("10.0.0.1", path),
                "IngressRule host: Invalid value: \"10.0.0.1\": must be a DNS name, not an IP address");
        assertRefused(
                () -> IngressRule.host("Shop.example.com", path),
                "IngressRule host: Invalid value: \"Shop.example.com\": must be lower case letters, digits, '-' or '.',"
                        + " and start and end with a letter or digit");
        assertRefused(
                () -> IngressPath.prefix("shop", service.backend(http)),
                "IngressPath: Invalid value: \"shop\": must start with '/'");
        assertRefused(
                () -> IngressPath.exact("/a/../b", service.backend(http)),
                "IngressPath: Invalid value: \"/a/../b\": must not contain '/../'");
        assertRefused(
                () -> IngressPath.exact("/a/.", service.backend(http)),
                "IngressPath: Invalid value: \"/a/.\": must not end with '/.'");
        assertRefused(
                () -> Ingress.named("shop")
                        .rule(IngressRule.host("a.example.com", path))
                        .addRule(IngressRule.host("a.example.com", path))
                        .build(),
                "Ingress \"shop\": spec.rules: Invalid value: \"a.example.com/\": must be unique: another rule has the"
                        + " same host, path and type");
        assertRefused(
                () -> IngressClass.named("nginx").controller("nginx").build(),
                "IngressClass \"nginx\": spec.controller: Invalid value: \"nginx\": must be a domain and a path, such as"
                        + " k8s.io/ingress-nginx");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
