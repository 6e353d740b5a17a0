package dev.berth.rules.autoscaler;

import io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the spec of an autoscaler from {@code v1} to {@code v2}, as the server does before it checks it: {@code
 * Convert_v1_HorizontalPodAutoscalerSpec_To_autoscaling_HorizontalPodAutoscalerSpec} in {@code
 * pkg/apis/autoscaling/v1/conversion.go}. The metrics in the annotations that {@code v1} used before 2022 are not read.
 */
final class AutoscalerConversion {
    private static final int DEFAULT_UTILIZATION = 80;

    private AutoscalerConversion() {}

    static io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec converted(
            HorizontalPodAutoscalerSpec spec) {
        var converted = new io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec();
        converted.setMinReplicas(spec.getMinReplicas());
        converted.setMaxReplicas(spec.getMaxReplicas());
        converted.setScaleTargetRef(converted(spec.getScaleTargetRef()));
        Integer utilization = spec.getTargetCPUUtilizationPercentage();
        converted.setMetrics(new ArrayList<>(List.of(cpu(utilization == null ? DEFAULT_UTILIZATION : utilization))));
        return converted;
    }

    private static @Nullable CrossVersionObjectReference converted(
            io.fabric8.kubernetes.api.model.autoscaling.v1.@Nullable CrossVersionObjectReference reference) {
        return reference == null
                ? null
                : new CrossVersionObjectReference(reference.getApiVersion(), reference.getKind(), reference.getName());
    }

    /** The metric of an autoscaler without metrics, which both versions have. */
    static MetricSpec cpu(int utilization) {
        MetricTarget target = new MetricTarget();
        target.setType("Utilization");
        target.setAverageUtilization(utilization);
        MetricSpec metric = new MetricSpec();
        metric.setType("Resource");
        metric.setResource(new ResourceMetricSource("cpu", target));
        return metric;
    }

    static MetricSpec defaultMetric() {
        return cpu(DEFAULT_UTILIZATION);
    }
}
