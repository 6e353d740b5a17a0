package dev.berth.rules.autoscaler;

import dev.berth.rules.server.Expectation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalerRulesTest {
    private static final String TARGET = "scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, ";

    private static Expectation autoscaler(String version, String spec) {
        return Expectation.of("""
                apiVersion: autoscaling/%s
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {%s}
                """.formatted(version, spec));
    }

    private static Expectation metric(String metric) {
        return autoscaler("v2", TARGET + "maxReplicas: 2, metrics: [{" + metric + "}]");
    }

    private static void check(Expectation expectation, @Nullable String finding) {
        if (finding == null) {
            expectation.isAccepted();
        } else {
            expectation.finds(finding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxReplicas: 2 |",
                "minReplicas: 2, maxReplicas: 2 |",
                "minReplicas: 5, maxReplicas: 2 | FieldValueInvalid spec.maxReplicas",
            })
    void the_replicas_are_a_range_in_both_versions(String replicas, String finding) {
        for (String version : new String[] {"v1", "v2"}) {
            check(autoscaler(version, TARGET + replicas), finding == null ? null : "autoscaler-replicas " + finding);
        }
    }

    @Test
    void scaling_to_zero_is_refused() {
        autoscaler("v2", TARGET + "minReplicas: 0, maxReplicas: 2")
                .finds(
                        "autoscaler-replicas FieldValueInvalid spec.minReplicas",
                        "autoscaler-to-zero FieldValueForbidden spec.metrics");
        autoscaler("v2", TARGET + "minReplicas: 1")
                .finds(
                        "autoscaler-replicas FieldValueRequired spec.maxReplicas",
                        "autoscaler-replicas FieldValueInvalid spec.maxReplicas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apiVersion: apps/v1, kind: StatefulSet, name: db |",
                "kind: ReplicationController, name: db |",
                "kind: StatefulSet, name: db | autoscaler-api-version FieldValueInvalid spec.scaleTargetRef.apiVersion",
                "apiVersion: a/b/c, kind: S, name: db | autoscaler-api-version FieldValueInvalid spec.scaleTargetRef.apiVersion",
                "apiVersion: apps/v1, kind: a/b, name: db | autoscaler-reference FieldValueInvalid spec.scaleTargetRef.kind",
                "apiVersion: apps/v1, kind: StatefulSet | autoscaler-reference FieldValueRequired spec.scaleTargetRef.name"
            })
    void the_target_is_named_with_its_group(String target, String finding) {
        for (String version : new String[] {"v1", "v2"}) {
            check(autoscaler(version, "maxReplicas: 1, scaleTargetRef: {" + target + "}"), finding);
        }
    }

    @Test
    void the_first_version_has_one_metric_which_is_reported_like_those_of_the_second() {
        autoscaler("v1", TARGET + "maxReplicas: 1, targetCPUUtilizationPercentage: 0")
                .finds("metric-target FieldValueInvalid spec.metrics[0].resource.target.averageUtilization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 1}} |",
                "type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 1k}} |",
                "type: Pods | metric-source FieldValueRequired spec.metrics[0].pods",
                "type: Resource, resource: {target: {type: Value, averageValue: 1}}"
                        + " | metric-resource FieldValueRequired spec.metrics[0].resource.name",
                "type: Resource, resource: {name: cpu, target: {type: Utilization}}"
                        + " | metric-target FieldValueRequired spec.metrics[0].resource.target.averageUtilization",
                "type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 1, averageValue: 1}}"
                        + " | metric-target FieldValueForbidden spec.metrics[0].resource.target.averageValue",
                "type: Pods, pods: {metric: {name: rps}, target: {type: Value, value: 1}}"
                        + " | metric-target FieldValueRequired spec.metrics[0].pods.target.averageValue",
                "type: Pods, pods: {metric: {name: a/b}, target: {type: AverageValue, averageValue: 1}}"
                        + " | metric-name FieldValueInvalid spec.metrics[0].pods.metric.name",
                "type: External, external: {metric: {name: q}, target: {type: Value, value: 0}}"
                        + " | metric-target FieldValueInvalid spec.metrics[0].external.target.value",
                "type: External, external: {metric: {name: q}, target: {type: Value, value: 1, averageValue: 1}}"
                        + " | metric-target FieldValueForbidden spec.metrics[0].external.target.value",
                "type: Object, object: {metric: {name: q}, describedObject: {kind: S, name: s}, target: {type: Value}}"
                        + " | metric-target FieldValueRequired spec.metrics[0].object.target.averageValue",
                "type: ContainerResource, containerResource: {name: disk, container: c, target: {type: Value, averageValue: 1}}"
                        + " | metric-resource FieldValueInvalid spec.metrics[0].containerResource.name",
                "type: ContainerResource, containerResource: {name: cpu, target: {type: Value, averageValue: 1}}"
                        + " | metric-resource FieldValueRequired spec.metrics[0].containerResource.container"
            })
    void a_metric_has_the_source_of_its_type_and_a_target(String metric, String finding) {
        check(metric(metric), finding);
    }

    @Test
    void a_metric_has_a_known_type_and_only_one_source() {
        metric("type: Memory").finds("metric-type FieldValueNotSupported spec.metrics[0].type");
        metric("type: Resource, resource: {name: cpu, target: {type: Value, averageValue: 1}}, pods: {}")
                .finds(
                        "metric-name FieldValueRequired spec.metrics[0].pods.metric.name",
                        "metric-target FieldValueRequired spec.metrics[0].pods.target.type",
                        "metric-target FieldValueInvalid spec.metrics[0].pods.target.type",
                        "metric-target FieldValueRequired spec.metrics[0].pods.target.averageValue",
                        "metric-source FieldValueForbidden spec.metrics[0].pods");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scaleUp: {} |",
                "scaleUp: {stabilizationWindowSeconds: 3600, tolerance: '0.1'} |",
                "scaleUp: {stabilizationWindowSeconds: 3601}"
                        + " | autoscaler-window FieldValueInvalid spec.behavior.scaleUp.stabilizationWindowSeconds",
                "scaleUp: {selectPolicy: Most} | autoscaler-select-policy FieldValueNotSupported spec.behavior.scaleUp.selectPolicy",
                "scaleDown: {policies: []} | autoscaler-policy FieldValueRequired spec.behavior.scaleDown.policies",
                "scaleDown: {tolerance: '-1'} | autoscaler-tolerance FieldValueInvalid spec.behavior.scaleDown.tolerance",
                "scaleDown: {policies: [{type: Pods, value: 0, periodSeconds: 1}]}"
                        + " | autoscaler-policy FieldValueInvalid spec.behavior.scaleDown.policies[0].value",
                "scaleDown: {policies: [{type: Pods, value: 1, periodSeconds: 1801}]}"
                        + " | autoscaler-policy FieldValueInvalid spec.behavior.scaleDown.policies[0].periodSeconds",
                "scaleDown: {policies: [{type: Some, value: 1, periodSeconds: 1}]}"
                        + " | autoscaler-policy FieldValueNotSupported spec.behavior.scaleDown.policies[0].type"
            })
    void scaling_has_limits_that_fit(String behavior, String finding) {
        check(autoscaler("v2", TARGET + "maxReplicas: 1, behavior: {" + behavior + "}"), finding);
    }
}
