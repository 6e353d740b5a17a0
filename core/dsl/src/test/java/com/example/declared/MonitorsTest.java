package com.example.declared;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.Namespace;
import dev.berth.monitoring.MetricsEndpoint;
import dev.berth.monitoring.PodMonitor;
import dev.berth.monitoring.ScrapeAuthorization;
import dev.berth.monitoring.ScrapeTls;
import dev.berth.monitoring.ServiceMonitor;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Container;
import dev.berth.workload.StatefulSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorsTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final Port metrics = Port.tcp("metrics", 9187);
    private final StatefulSet postgres = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(1)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPort(sql)
                    .build())
            .addContainer(Container.named("exporter")
                    .image("quay.io/prometheuscommunity/postgres-exporter:v0.18.1")
                    .addPort(metrics)
                    .build())
            .build();
    private final Service service = Service.named("postgres")
            .selecting(postgres)
            .putLabel("app", "postgres")
            .build();

    @Test
    void a_service_monitor_has_the_labels_of_the_service_and_the_name_of_its_port() {
        var monitor = ServiceMonitor.named("postgres")
                .selecting(service)
                .endpoint(MetricsEndpoint.of(metrics).interval(ofSeconds(30)).build())
                .putLabel("release", "prometheus")
                .build();
        assertThat(Yaml.of(monitor)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata:
                  name: postgres
                  labels:
                    release: prometheus
                spec:
                  selector:
                    matchLabels:
                      app: postgres
                  endpoints:
                  - port: metrics
                    interval: 30s
                """);
    }

    @Test
    void a_monitor_beside_prometheus_declares_everything_that_a_scrape_needs() {
        var login = Secret.existing("metrics-login");
        var monitor = ServiceMonitor.named("postgres")
                .selecting(service)
                .endpoint(MetricsEndpoint.of(metrics)
                        .path("/metrics")
                        .scheme(MetricsEndpoint.Scheme.HTTPS)
                        .putParam("collect", List.of("locks", "bloat"))
                        .interval(ofMinutes(1))
                        .scrapeTimeout(ofMillis(10_500))
                        .honorLabels(true)
                        .authorization(ScrapeAuthorization.basicAuth(login.key("username"), login.key("password")))
                        .tlsConfig(ScrapeTls.ca(Secret.existing("postgres-tls").key("ca.crt"))
                                .serverName(service.address()))
                        .build())
                .addNamespace(Namespace.named("shop").build())
                .putMatchLabel("app", "postgres")
                .jobLabel("app")
                .addTargetLabel("team")
                .addPodTargetLabel("apps.kubernetes.io/pod-index")
                .sampleLimit(20_000)
                .customize(model -> model.editMetadata()
                        .addToAnnotations("example.com/owner", "storage")
                        .endMetadata())
                .build();
        assertThat(Yaml.of(monitor)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata:
                  name: postgres
                  annotations:
                    example.com/owner: storage
                spec:
                  jobLabel: app
                  targetLabels:
                  - team
                  podTargetLabels:
                  - apps.kubernetes.io/pod-index
                  sampleLimit: 20000
                  namespaceSelector:
                    matchNames:
                    - shop
                  selector:
                    matchLabels:
                      app: postgres
                  endpoints:
                  - port: metrics
                    path: /metrics
                    scheme: https
                    params:
                      collect:
                      - locks
                      - bloat
                    interval: 1m
                    scrapeTimeout: 10s500ms
                    honorLabels: true
                    basicAuth:
                      username:
                        name: metrics-login
                        key: username
                      password:
                        name: metrics-login
                        key: password
                    tlsConfig:
                      ca:
                        secret:
                          name: postgres-tls
                          key: ca.crt
                      serverName: postgres
                """);
        assertThat(monitor.existing())
                .containsExactly(
                        new ExistingObject("Secret", "metrics-login"), new ExistingObject("Secret", "postgres-tls"));
    }

    @Test
    void a_pod_monitor_has_the_selector_of_the_workload() {
        var monitor = PodMonitor.named("postgres")
                .selecting(postgres)
                .endpoint(MetricsEndpoint.of(metrics).build())
                .build();
        assertThat(Yaml.of(monitor)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: PodMonitor
                metadata:
                  name: postgres
                spec:
                  selector:
                    matchLabels:
                      app: postgres
                  podMetricsEndpoints:
                  - port: metrics
                """);
    }

    @Test
    void a_token_and_an_unknown_certificate_are_choices_of_an_endpoint() {
        var token = Secret.named("scraper").putDemoValue("token", "example").build();
        var monitor = PodMonitor.named("postgres")
                .selecting(postgres)
                .endpoint(MetricsEndpoint.of(metrics).build())
                .addEndpoint(MetricsEndpoint.of(sql)
                        .authorization(ScrapeAuthorization.bearer(token.key("token")))
                        .tlsConfig(ScrapeTls.insecure())
                        .build())
                .build();
        assertThat(Yaml.of(monitor)).endsWith("""
                  podMetricsEndpoints:
                  - port: metrics
                  - port: postgres
                    authorization:
                      credentials:
                        name: scraper
                        key: token
                    tlsConfig:
                      insecureSkipVerify: true
                """);
        assertThat(monitor.existing()).isEmpty();
    }

    @Test
    void the_namespace_of_the_file_applies() {
        var monitor = PodMonitor.named("postgres")
                .selecting(postgres)
                .endpoint(MetricsEndpoint.of(metrics).build())
                .build();
        var file = ManifestFile.of("monitor.yaml", monitor)
                .in(Namespace.named("monitoring").build());
        assertThat(file.toModel(monitor).getMetadata().getNamespace()).isEqualTo("monitoring");
        assertThat(monitor.toModel().getMetadata().getNamespace()).isNull();
    }

    @Test
    void a_monitor_selects_something_at_a_port_that_it_has() {
        assertRefused(
                () -> ServiceMonitor.named("m")
                        .selecting(service.replaceLabels(Map.of()))
                        .endpoint(MetricsEndpoint.of(metrics).build())
                        .build(),
                "ServiceMonitor \"m\": spec.selector.matchLabels: Required value: the Service \"postgres\" has no label:"
                        + " add one with putLabel");
        assertRefused(
                () -> ServiceMonitor.named("m")
                        .selecting(service.plusPort(sql))
                        .endpoint(MetricsEndpoint.of(metrics).build())
                        .build(),
                "ServiceMonitor \"m\": spec.endpoints: Invalid value: \"metrics\": must be a port that the Service"
                        + " \"postgres\" exposes");
        assertRefused(
                () -> PodMonitor.named("m")
                        .selecting(postgres)
                        .endpoint(MetricsEndpoint.of(Port.tcp("http", 80)).build())
                        .build(),
                "PodMonitor \"m\": spec.podMetricsEndpoints: Invalid value: \"http\": must be a port that a container of"
                        + " \"postgres\" opens");
        assertRefused(
                () -> PodMonitor.named("m")
                        .selecting(postgres)
                        .endpoint(MetricsEndpoint.of(metrics).build())
                        .sampleLimit(-1)
                        .build(),
                "PodMonitor \"m\": spec.sampleLimit: Invalid value: -1: must be at least 0");
    }

    @Test
    void times_and_paths_that_the_operator_refuses_are_refused() {
        for (Duration time : List.of(ofSeconds(0), ofSeconds(-1), ofNanos(1))) {
            assertRefused(
                    () -> MetricsEndpoint.of(metrics).interval(time).build(),
                    "MetricsEndpoint \"metrics\": interval: Invalid value: \"" + time
                            + "\": must be above zero, in whole milliseconds");
        }
        assertRefused(
                () -> MetricsEndpoint.of(metrics)
                        .interval(ofSeconds(30))
                        .scrapeTimeout(ofSeconds(31))
                        .build(),
                "MetricsEndpoint \"metrics\": scrapeTimeout: Invalid value: \"31s\": must be at most the interval of 30s");
        assertRefused(
                () -> MetricsEndpoint.of(metrics).path("metrics").build(),
                "MetricsEndpoint \"metrics\": path: Invalid value: \"metrics\": must start with /");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
