package dev.berth.autoscaling;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.Autoscaled;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sets the number of pods of a workload by what they use. The workload has no number of its own:
 * {@link dev.berth.workload.AutoscaledDeployment} and {@link dev.berth.workload.AutoscaledStatefulSet}.
 *
 * <pre>{@code
 * var autoscaler = HorizontalPodAutoscaler.named("web")
 *         .scaling(web)
 *         .maxReplicas(10)
 *         .minReplicas(2)
 *         .addMetric(Metric.cpuUtilization(80))
 *         .scaleDown(ScalingRules.fastest(ScalingPolicy.pods(1, ofMinutes(1))))
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/autoscaling/v2/defaults.go}, and {@code
 * pkg/apis/autoscaling/validation/validation.go}, {@code validateHorizontalPodAutoscalerSpec}.
 */
@Value.Immutable
@Dsl
public abstract class HorizontalPodAutoscaler extends NamedManifest implements ExtensibleHorizontalPodAutoscaler {

    HorizontalPodAutoscaler() {}

    /**
     * Returns a builder for a HorizontalPodAutoscaler.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code
     *     ValidateHorizontalPodAutoscalerName}
     */
    public static HorizontalPodAutoscalerBuildStages.ScalingBuildStage named(String name) {
        return HorizontalPodAutoscalerBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("HorizontalPodAutoscaler: metadata.name", name));
    }

    /** The workload whose number of pods is set. */
    public abstract Autoscaled scaling();

    /** The largest number of pods. */
    public abstract int maxReplicas();

    /** The smallest number of pods. Defaults to 1. */
    public abstract Optional<Integer> minReplicas();

    /**
     * What is measured. Of several metrics, the one that needs the most pods decides. Defaults to 80 percent of the
     * requested processor time.
     */
    public abstract List<Metric> metrics();

    /** How fast pods are added. Defaults to 4 pods or 100 percent in 15 s, whichever is more. */
    public abstract Optional<ScalingRules> scaleUp();

    /** How fast pods are removed. Defaults to as many as needed, after 300 s. */
    public abstract Optional<ScalingRules> scaleDown();

    /** Changes the fabric8 model of the HorizontalPodAutoscaler, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<HorizontalPodAutoscalerBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("HorizontalPodAutoscaler");
        String what = "HorizontalPodAutoscaler \"" + name() + "\": spec.";
        minReplicas().filter(least -> least < 1).ifPresent(least -> {
            throw InvalidValueException.of(what + "minReplicas", least, "must be at least 1");
        });
        if (maxReplicas() < 1) {
            throw InvalidValueException.of(what + "maxReplicas", maxReplicas(), "must be at least 1");
        }
        minReplicas().filter(least -> least > maxReplicas()).ifPresent(least -> {
            throw InvalidValueException.of(
                    what + "maxReplicas", maxReplicas(), "must not be below minReplicas, " + least);
        });
        HasMetadata workload = scaling().toModel();
        List<Metric> measured = metrics().isEmpty() ? List.of(Metric.cpuUtilization(80)) : metrics();
        for (int i = 0; i < measured.size(); i++) {
            measured.get(i).check(what + "metrics[" + i + "]", workload);
        }
    }

    @Override
    public HasMetadata toModel() {
        HasMetadata workload = scaling().toModel();
        HorizontalPodAutoscalerBuilder model = new HorizontalPodAutoscalerBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewScaleTargetRef(
                        workload.getApiVersion(), workload.getKind(), scaling().name())
                .withMinReplicas(minReplicas().orElse(null))
                .withMaxReplicas(maxReplicas())
                .withMetrics(metrics().stream().map(Metric::toModel).toList())
                .withBehavior(behavior())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }

    private @Nullable HorizontalPodAutoscalerBehavior behavior() {
        if (scaleUp().isEmpty() && scaleDown().isEmpty()) {
            return null;
        }
        return new HorizontalPodAutoscalerBehavior(
                scaleDown().map(ScalingRules::toModel).orElse(null),
                scaleUp().map(ScalingRules::toModel).orElse(null));
    }
}
