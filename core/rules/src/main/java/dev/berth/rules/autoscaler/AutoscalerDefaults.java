package dev.berth.rules.autoscaler;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SetDefaults_HorizontalPodAutoscaler} in {@code pkg/apis/autoscaling/v1} and {@code v2}. */
public final class AutoscalerDefaults {
    private static final int PERIOD_SECONDS = 15;

    private AutoscalerDefaults() {}

    /** The minimum of an autoscaler of {@code autoscaling/v1}. */
    public static void first(io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler autoscaler) {
        if (autoscaler.getSpec() == null) {
            autoscaler.setSpec(new io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerSpec());
        }
        if (autoscaler.getSpec().getMinReplicas() == null) {
            autoscaler.getSpec().setMinReplicas(1);
        }
    }

    /** The minimum, the metric and the scaling rules of an autoscaler of {@code autoscaling/v2}. */
    public static void second(HorizontalPodAutoscaler autoscaler) {
        if (autoscaler.getSpec() == null) {
            autoscaler.setSpec(new HorizontalPodAutoscalerSpec());
        }
        HorizontalPodAutoscalerSpec spec = autoscaler.getSpec();
        if (spec.getMinReplicas() == null) {
            spec.setMinReplicas(1);
        }
        if (Zero.list(spec.getMetrics()).isEmpty()) {
            spec.setMetrics(new ArrayList<>(List.of(AutoscalerConversion.defaultMetric())));
        }
        HorizontalPodAutoscalerBehavior behavior = spec.getBehavior();
        if (behavior != null) {
            HPAScalingRules up = filledIn(behavior.getScaleUp(), policy("Pods", 4), policy("Percent", 100));
            if (up.getStabilizationWindowSeconds() == null) {
                up.setStabilizationWindowSeconds(0);
            }
            behavior.setScaleUp(up);
            behavior.setScaleDown(filledIn(behavior.getScaleDown(), policy("Percent", 100)));
        }
    }

    /** An empty list of policies stays empty, and is refused. */
    private static HPAScalingRules filledIn(@Nullable HPAScalingRules given, HPAScalingPolicy... policies) {
        HPAScalingRules rules = given == null ? new HPAScalingRules() : given;
        if (rules.getSelectPolicy() == null) {
            rules.setSelectPolicy("Max");
        }
        if (given == null || rules.getPolicies() == null) {
            rules.setPolicies(new ArrayList<>(List.of(policies)));
        }
        return rules;
    }

    private static HPAScalingPolicy policy(String type, int value) {
        return new HPAScalingPolicy(PERIOD_SECONDS, type, value);
    }
}
