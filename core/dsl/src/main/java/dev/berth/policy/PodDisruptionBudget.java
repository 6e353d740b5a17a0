package dev.berth.policy;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.selector.SelectablePods;
import dev.berth.value.NameFormat;
import dev.berth.workload.PodAmount;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * How many pods of a workload may be evicted at the same time, for example when a node is drained. It does not limit
 * rollouts, deletions of pods, or failures of nodes.
 *
 * <pre>{@code
 * var budget = PodDisruptionBudget.named("shop")
 *         .selecting(app)
 *         .limit(PodDisruptionBudget.minAvailable(percent(50)))
 *         .build();
 * }</pre>
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/policy/validation/validation.go}, {@code
 * ValidatePodDisruptionBudgetSpec}.
 */
@Value.Immutable
@Dsl
public abstract class PodDisruptionBudget extends NamedManifest implements ExtensiblePodDisruptionBudget {

    PodDisruptionBudget() {}

    /**
     * Returns a builder for a PodDisruptionBudget.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain. The API server itself refuses
     *     only {@code /} and {@code %} in it
     */
    public static PodDisruptionBudgetBuildStages.SelectingBuildStage named(String name) {
        return PodDisruptionBudgetBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("PodDisruptionBudget: metadata.name", name));
    }

    /**
     * At least this many pods must stay available. All of them ({@code 100%}) blocks every eviction, and so every drain
     * of a node.
     */
    public static DisruptionLimit minAvailable(PodAmount amount) {
        return new DisruptionLimit(true, amount);
    }

    /** At most this many pods may be unavailable. 0 blocks every eviction, and so every drain of a node. */
    public static DisruptionLimit maxUnavailable(PodAmount amount) {
        return new DisruptionLimit(false, amount);
    }

    /** Whether a pod that is not ready may be evicted. */
    public enum UnhealthyPodEvictionPolicy {
        /**
         * Only while enough other pods are ready. The default of Kubernetes. A pod that never becomes ready can block a
         * drain.
         */
        IF_HEALTHY_BUDGET("IfHealthyBudget"),
        /** Always. A pod that never becomes ready does not block a drain. Beta in Kubernetes 1.27, stable in 1.31. */
        ALWAYS_ALLOW("AlwaysAllow");

        private final String value;

        UnhealthyPodEvictionPolicy(String value) {
            this.value = value;
        }
    }

    /** The workload whose pods are protected. */
    public abstract SelectablePods selecting();

    /** How many pods must stay available, or how many may be unavailable. */
    public abstract DisruptionLimit limit();

    /**
     * Whether a pod that is not ready may be evicted. Defaults to {@link UnhealthyPodEvictionPolicy#IF_HEALTHY_BUDGET}.
     */
    public abstract Optional<UnhealthyPodEvictionPolicy> unhealthyPodEvictionPolicy();

    /** Changes the fabric8 model of the PodDisruptionBudget, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<PodDisruptionBudgetBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("PodDisruptionBudget");
    }

    @Override
    public HasMetadata toModel() {
        PodDisruptionBudgetSpecBuilder spec = new PodDisruptionBudgetSpecBuilder()
                .withNewSelector()
                .withMatchLabels(selecting().selector())
                .endSelector()
                .withUnhealthyPodEvictionPolicy(unhealthyPodEvictionPolicy()
                        .map(eviction -> eviction.value)
                        .orElse(null));
        limit().addTo(spec);
        PodDisruptionBudgetBuilder model =
                new PodDisruptionBudgetBuilder().withMetadata(metadata()).withSpec(spec.build());
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
