package dev.berth.rules.autoscaler;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.pod.ResourceNames;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ContainerResourceMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricIdentifier;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an autoscaler measures: {@code validateMetricSpec}. */
final class MetricRules {
    private static final List<String> TARGET_TYPES = List.of("AverageValue", "Utilization", "Value");
    /** The type of each source, by its field, in the order in which the server looks at them. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("object", "Object");
        TYPES.put("external", "External");
        TYPES.put("pods", "Pods");
        TYPES.put("resource", "Resource");
        TYPES.put("containerResource", "ContainerResource");
    }

    private static final Rule TYPE = new Rule("metric-type", "validateMetricSpec", AutoscalerRules.FILE);
    private static final Rule SOURCE = new Rule("metric-source", "validateMetricSpec", AutoscalerRules.FILE);
    private static final Rule NAME = new Rule("metric-name", "validateMetricIdentifier", AutoscalerRules.FILE);
    private static final Rule RESOURCE = new Rule("metric-resource", "validateResourceSource", AutoscalerRules.FILE);
    private static final Rule TARGET = new Rule("metric-target", "validateMetricTarget", AutoscalerRules.FILE);

    private final Findings findings;
    private final AutoscalerRules references;

    MetricRules(Findings findings, AutoscalerRules references) {
        this.findings = findings;
        this.references = references;
    }

    void check(MetricSpec metric, FieldPath path) {
        String type = Zero.text(metric.getType());
        if (type.isEmpty()) {
            findings.required(TYPE, path.child("type"), "must be one of " + String.join(", ", TYPES.values()));
        }
        findings.oneOf(TYPE, path.child("type"), type, TYPES.values());
        List<String> present = TYPES.keySet().stream()
                .filter(field -> source(metric, field) != null)
                .toList();
        if (!present.isEmpty()) {
            source(metric, present.get(0), path.child(present.get(0)));
        }
        for (Map.Entry<String, String> source : TYPES.entrySet()) {
            boolean stated = present.contains(source.getKey());
            if (source.getValue().equals(type)) {
                if (!stated) {
                    findings.required(SOURCE, path.child(source.getKey()), "must be set if type is " + type);
                }
            } else if (stated && present.size() > 1) {
                findings.forbidden(SOURCE, path.child(source.getKey()), "a metric has only one source");
            }
        }
    }

    private static @Nullable Object source(MetricSpec metric, String field) {
        return switch (field) {
            case "object" -> metric.getObject();
            case "external" -> metric.getExternal();
            case "pods" -> metric.getPods();
            case "resource" -> metric.getResource();
            default -> metric.getContainerResource();
        };
    }

    /** Of several sources, the server checks only the first. */
    private void source(MetricSpec metric, String field, FieldPath path) {
        switch (field) {
            case "object" -> {
                references.reference(metric.getObject().getDescribedObject(), true, path.child("describedObject"));
                name(metric.getObject().getMetric(), path.child("metric"));
                value(target(metric.getObject().getTarget(), path.child("target")), path.child("target"), false);
            }
            case "external" -> {
                name(metric.getExternal().getMetric(), path.child("metric"));
                value(target(metric.getExternal().getTarget(), path.child("target")), path.child("target"), true);
            }
            case "pods" -> {
                name(metric.getPods().getMetric(), path.child("metric"));
                MetricTarget target = target(metric.getPods().getTarget(), path.child("target"));
                if (target.getAverageValue() == null) {
                    findings.required(TARGET, path.child("target", "averageValue"), "must be set for pods");
                }
            }
            case "resource" -> {
                findings.requireText(
                        RESOURCE, path.child("name"), metric.getResource().getName());
                average(metric.getResource().getTarget(), path.child("target"));
            }
            default -> container(metric.getContainerResource(), path);
        }
    }

    private void container(ContainerResourceMetricSource source, FieldPath path) {
        if (findings.requireText(RESOURCE, path.child("name"), source.getName())) {
            ResourceNames.checkOfContainers(RESOURCE, source.getName(), path.child("name"), findings);
        }
        if (findings.requireText(RESOURCE, path.child("container"), source.getContainer())) {
            Format.DNS_LABEL.check(findings, RESOURCE, path.child("container"), source.getContainer());
        }
        average(source.getTarget(), path.child("target"));
    }

    private void name(@Nullable MetricIdentifier metric, FieldPath path) {
        String name = metric == null ? "" : Zero.text(metric.getName());
        if (findings.requireText(NAME, path.child("name"), name)) {
            Format.PATH_STEP.check(findings, NAME, path.child("name"), name);
        }
    }

    private void value(MetricTarget target, FieldPath path, boolean onlyOne) {
        if (target.getValue() == null && target.getAverageValue() == null) {
            findings.required(TARGET, path.child("averageValue"), "must set either value or averageValue");
        }
        if (onlyOne && target.getValue() != null && target.getAverageValue() != null) {
            findings.forbidden(TARGET, path.child("value"), "value and averageValue are mutually exclusive");
        }
    }

    private void average(@Nullable MetricTarget given, FieldPath path) {
        MetricTarget target = target(given, path);
        if (target.getAverageUtilization() == null && target.getAverageValue() == null) {
            findings.required(
                    TARGET, path.child("averageUtilization"), "must set either averageUtilization or averageValue");
        }
        if (target.getAverageUtilization() != null && target.getAverageValue() != null) {
            findings.forbidden(
                    TARGET, path.child("averageValue"), "averageUtilization and averageValue are mutually exclusive");
        }
    }

    private MetricTarget target(@Nullable MetricTarget given, FieldPath path) {
        MetricTarget target = given == null ? new MetricTarget() : given;
        String type = Zero.text(target.getType());
        if (type.isEmpty()) {
            findings.required(TARGET, path.child("type"), "must be one of " + String.join(", ", TARGET_TYPES));
        }
        if (!TARGET_TYPES.contains(type)) {
            findings.invalid(TARGET, path.child("type"), type, "must be one of " + String.join(", ", TARGET_TYPES));
        }
        positive(target.getValue(), path.child("value"));
        positive(target.getAverageValue(), path.child("averageValue"));
        Integer utilization = target.getAverageUtilization();
        if (utilization != null && utilization < 1) {
            findings.invalid(TARGET, path.child("averageUtilization"), utilization, "must be at least 1");
        }
        return target;
    }

    private void positive(@Nullable Quantity value, FieldPath path) {
        if (value != null && Amount.of(value).signum() <= 0) {
            findings.invalid(TARGET, path, value, "must be above 0");
        }
    }
}
