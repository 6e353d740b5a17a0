package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.gateway.HttpRoute;
import dev.berth.gateway.HttpRouteRule;
import dev.berth.gateway.ParentReference;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.Namespace;
import dev.berth.network.Service;
import dev.berth.network.ServiceBackend;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import org.junit.jupiter.api.Test;

class HttpRouteTest {

    private final Namespace gateways = Namespace.named("gateways").build();
    private final Port http = Port.tcp("http", 8080);
    private final Service service = Service.named("shop")
            .selecting(Deployment.named("shop")
                    .replicas(2)
                    .container(Container.named("shop")
                            .image("shop:1")
                            .addPort(http)
                            .build())
                    .build())
            .build();

    @Test
    void a_route_refers_to_its_services_by_value_and_to_a_gateway_that_exists() {
        var route = HttpRoute.named("shop")
                .parent(ParentReference.existing("public").in(gateways).sectionName("https"))
                .rule(HttpRouteRule.pathPrefix("/", service.backend(http)))
                .addHostname("shop.example.com")
                .build();
        var file =
                ManifestFile.of("route.yaml", route).in(Namespace.named("shop").build());
        assertThat(Yaml.of(file, route)).isEqualTo("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: shop
                  namespace: shop
                spec:
                  parentRefs:
                  - name: public
                    namespace: gateways
                    sectionName: https
                  hostnames:
                  - shop.example.com
                  rules:
                  - matches:
                    - path:
                        type: PathPrefix
                        value: /
                    backendRefs:
                    - name: shop
                      port: 8080
                """);
        assertThat(route.existing()).containsExactly(new ExistingObject("Gateway", "public"));
    }

    @Test
    void a_rule_can_share_requests_between_services() {
        var route = HttpRoute.named("shop")
                .parent(ParentReference.existing("public"))
                .rule(HttpRouteRule.exactPath("/healthz", service.backend(http)))
                .addRule(HttpRouteRule.pathPrefix("/", service.backend(http))
                        .backend(ServiceBackend.existing("shop-canary", 80), 9))
                .build();
        assertThat(Yaml.of(route)).contains("""
                  - matches:
                    - path:
                        type: Exact
                        value: /healthz
                """, """
                    backendRefs:
                    - name: shop
                      port: 8080
                      weight: 1
                    - name: shop-canary
                      port: 80
                      weight: 9
                """);
        assertThat(route.existing())
                .containsExactly(new ExistingObject("Gateway", "public"), new ExistingObject("Service", "shop-canary"));
    }

    @Test
    void invalid_paths_weights_and_hosts_are_refused_where_they_are_created() {
        assertRefused(
                () -> HttpRouteRule.pathPrefix("api", service.backend(http)),
                "HttpRouteRule path: Invalid value: \"api\": must start with '/', and not contain '//'");
        assertRefused(
                () -> HttpRouteRule.pathPrefix("/", service.backend(http))
                        .backend(ServiceBackend.existing("old", 80), -1),
                "HttpRouteRule backend old:80 weight: Invalid value: -1: must be between 0 and 1000000, inclusive");
        assertRefused(
                () -> HttpRoute.named("shop")
                        .parent(ParentReference.existing("public"))
                        .rule(HttpRouteRule.pathPrefix("/", service.backend(http)))
                        .addHostname("Shop")
                        .build(),
                "HTTPRoute \"shop\": spec.hostnames: Invalid value: \"Shop\": must be lower case letters, digits, '-' or"
                        + " '.', and start and end with a letter or digit");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
