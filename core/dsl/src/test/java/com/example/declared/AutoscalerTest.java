package com.example.declared;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.autoscaling.HorizontalPodAutoscaler;
import dev.berth.autoscaling.Metric;
import dev.berth.autoscaling.ScalingPolicy;
import dev.berth.autoscaling.ScalingRules;
import dev.berth.network.HeadlessService;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import dev.berth.workload.AutoscaledDeployment;
import dev.berth.workload.AutoscaledStatefulSet;
import dev.berth.workload.Container;
import dev.berth.workload.DeploymentStrategy;
import dev.berth.workload.Resources;
import dev.berth.workload.Sidecar;
import org.junit.jupiter.api.Test;

class AutoscalerTest {

    private final Container nginx = Container.named("web")
            .image("nginx:1.29")
            .resources(Resources.requests(millicores(100), mebi(64)))
            .build();
    private final AutoscaledDeployment web = AutoscaledDeployment.named("web")
            .container(nginx)
            .strategy(DeploymentStrategy.recreate())
            .build();

    @Test
    void a_deployment_that_is_scaled_has_no_replicas_of_its_own() {
        assertThat(Yaml.of(web)).isEqualTo("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  strategy:
                    type: Recreate
                  selector:
                    matchLabels:
                      app: web
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                      - name: web
                        image: nginx:1.29
                        resources:
                          requests:
                            cpu: 100m
                            memory: 64Mi
                """);
    }

    @Test
    void an_autoscaler_sets_the_number_of_pods() {
        var autoscaler = HorizontalPodAutoscaler.named("web")
                .scaling(web)
                .maxReplicas(10)
                .minReplicas(2)
                .addMetric(Metric.cpuUtilization(80))
                .scaleDown(ScalingRules.fastest(ScalingPolicy.pods(1, ofMinutes(1))))
                .build();
        assertThat(Yaml.of(autoscaler)).isEqualTo("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: web
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: web
                  minReplicas: 2
                  maxReplicas: 10
                  metrics:
                  - type: Resource
                    resource:
                      name: cpu
                      target:
                        type: Utilization
                        averageUtilization: 80
                  behavior:
                    scaleDown:
                      policies:
                      - type: Pods
                        value: 1
                        periodSeconds: 60
                """);
    }

    @Test
    void every_kind_of_metric_and_rule_can_be_declared_for_a_stateful_set() {
        var cache = AutoscaledStatefulSet.named("cache")
                .service(HeadlessService.named("cache-headless"))
                .container(nginx)
                .addInitContainer(Sidecar.named("exporter").image("exporter:1").build())
                .build();
        var autoscaler = HorizontalPodAutoscaler.named("cache")
                .scaling(cache)
                .maxReplicas(4)
                .addMetric(Metric.memoryUtilization(70).of(nginx))
                .addMetric(Metric.memoryAverage(mebi(512)))
                .addMetric(Metric.cpuAverage(millicores(500)))
                .addMetric(Metric.podsAverage("requests_per_second", Quantity.of("100")))
                .addMetric(Metric.externalAverage("queue_length", Quantity.of("30"))
                        .matchLabel("queue", "orders"))
                .scaleUp(ScalingRules.slowest(
                                ScalingPolicy.percent(200, ofSeconds(30)), ScalingPolicy.pods(4, ofSeconds(30)))
                        .stabilizationWindow(ofSeconds(10)))
                .scaleDown(ScalingRules.disabled())
                .build();
        assertThat(Yaml.of(cache)).contains("serviceName: cache-headless").doesNotContain("replicas");
        assertThat(Yaml.of(autoscaler)).isEqualTo("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: cache
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: StatefulSet
                    name: cache
                  maxReplicas: 4
                  metrics:
                  - type: ContainerResource
                    containerResource:
                      name: memory
                      container: web
                      target:
                        type: Utilization
                        averageUtilization: 70
                  - type: Resource
                    resource:
                      name: memory
                      target:
                        type: AverageValue
                        averageValue: 512Mi
                  - type: Resource
                    resource:
                      name: cpu
                      target:
                        type: AverageValue
                        averageValue: 500m
                  - type: Pods
                    pods:
                      metric:
                        name: requests_per_second
                      target:
                        type: AverageValue
                        averageValue: "100"
                  - type: External
                    external:
                      metric:
                        name: queue_length
                        selector:
                          matchLabels:
                            queue: orders
                      target:
                        type: AverageValue
                        averageValue: "30"
                  behavior:
                    scaleUp:
                      stabilizationWindowSeconds: 10
                      selectPolicy: Min
                      policies:
                      - type: Percent
                        value: 200
                        periodSeconds: 30
                      - type: Pods
                        value: 4
                        periodSeconds: 30
                    scaleDown:
                      selectPolicy: Disabled
                """);
    }

    @Test
    void limits_of_the_number_of_pods_are_checked_where_they_are_created() {
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(web)
                        .maxReplicas(2)
                        .minReplicas(5)
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.maxReplicas: Invalid value: 2: must not be below minReplicas, 5");
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(web)
                        .maxReplicas(0)
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.maxReplicas: Invalid value: 0: must be at least 1");
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(web)
                        .maxReplicas(2)
                        .minReplicas(0)
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.minReplicas: Invalid value: 0: must be at least 1");
    }

    @Test
    void a_utilization_needs_a_request_of_every_container() {
        var pods = web.plusInitContainer(
                Sidecar.named("exporter").image("exporter:1").build());
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(pods)
                        .maxReplicas(2)
                        .addMetric(Metric.memoryAverage(mebi(100)))
                        .addMetric(Metric.memoryUtilization(80))
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.metrics[1]: the utilization of memory is a percentage of the"
                        + " requests, but container \"exporter\" of Deployment \"web\" requests no memory: add a"
                        + " request, or use an average");
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(pods)
                        .maxReplicas(2)
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.metrics[0]: the utilization of cpu is a percentage of the"
                        + " requests, but container \"exporter\" of Deployment \"web\" requests no cpu: add a request,"
                        + " or use an average");
        assertRefused(
                () -> HorizontalPodAutoscaler.named("web")
                        .scaling(pods)
                        .maxReplicas(2)
                        .addMetric(Metric.cpuAverage(millicores(100))
                                .of(Container.named("worker").image("worker:1").build()))
                        .build(),
                "HorizontalPodAutoscaler \"web\": spec.metrics[0]: Invalid value: \"worker\": must be a container of"
                        + " Deployment \"web\" that keeps running");
    }

    @Test
    void invalid_metrics_and_rules_are_refused_where_they_are_created() {
        assertRefused(
                () -> Metric.cpuUtilization(0), "Metric cpu utilization: Invalid value: 0: must be at least 1 percent");
        assertRefused(
                () -> Metric.podsAverage("requests", Quantity.of("0")),
                "Metric \"requests\": Invalid value: \"0\": must be above zero");
        assertRefused(() -> ScalingPolicy.pods(0, ofMinutes(1)), "ScalingPolicy: Invalid value: 0: must be at least 1");
        assertRefused(
                () -> ScalingPolicy.pods(1, ofMinutes(31)),
                "ScalingPolicy period: Invalid value: \"PT31M\": must be 1 to 1800 whole seconds");
        assertRefused(
                () -> ScalingRules.disabled().stabilizationWindow(ofMinutes(61)),
                "ScalingRules stabilizationWindow: Invalid value: \"PT1H1M\": must be 0 to 3600 whole seconds");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
