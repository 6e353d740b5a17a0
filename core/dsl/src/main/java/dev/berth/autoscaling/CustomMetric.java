package dev.berth.autoscaling;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricIdentifier;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTargetBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metric that an adapter in the cluster answers. Created by {@link Metric}.
 *
 * @param type who reports it
 * @param name its name
 * @param matchLabels labels that select the series; empty for all
 * @param average the target, as an average for each pod
 */
public record CustomMetric(Type type, String name, Map<String, String> matchLabels, Quantity average)
        implements Metric {

    /** Who reports a metric. */
    public enum Type {
        /** The pods. */
        PODS,
        /** A system outside the cluster. */
        EXTERNAL
    }

    /**
     * Creates a metric.
     *
     * @throws InvalidValueException if the name cannot be a segment of a path, a label is not valid, or the average is
     *     not above zero
     */
    public CustomMetric {
        NameFormat.PATH_SEGMENT.require("Metric", name);
        matchLabels = Collections.unmodifiableMap(
                new LinkedHashMap<>(NameFormat.requireLabels("Metric \"" + name + "\"", matchLabels)));
        if (average.amount().signum() <= 0) {
            throw InvalidValueException.of("Metric \"" + name + "\"", average, "must be above zero");
        }
    }

    /** Returns a copy that only reads the series with this label. */
    public CustomMetric matchLabel(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(matchLabels);
        all.put(key, value);
        return new CustomMetric(type, name, all, average);
    }

    /** The adapter decides whether it has the metric, so nothing can be checked here. */
    @Override
    public void check(String what, HasMetadata workload) {}

    @Override
    public MetricSpec toModel() {
        LabelSelector selector = matchLabels.isEmpty()
                ? null
                : new LabelSelectorBuilder().withMatchLabels(matchLabels).build();
        MetricIdentifier metric = new MetricIdentifier(name, selector);
        MetricTarget target = new MetricTargetBuilder()
                .withType("AverageValue")
                .withAverageValue(new io.fabric8.kubernetes.api.model.Quantity(average.toString()))
                .build();
        MetricSpecBuilder spec = new MetricSpecBuilder();
        return switch (type) {
            case PODS ->
                spec.withType("Pods")
                        .withNewPods()
                        .withMetric(metric)
                        .withTarget(target)
                        .endPods()
                        .build();
            case EXTERNAL ->
                spec.withType("External")
                        .withNewExternal()
                        .withMetric(metric)
                        .withTarget(target)
                        .endExternal()
                        .build();
        };
    }
}
