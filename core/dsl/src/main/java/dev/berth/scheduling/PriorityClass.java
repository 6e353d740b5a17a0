package dev.berth.scheduling;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.PriorityClassSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * How important pods are. If no node has room for a pod, the scheduler evicts pods with a lower priority.
 *
 * <pre>{@code
 * private final PriorityClass database = PriorityClass.named("database")
 *         .value(100_000)
 *         .description("Databases, which others wait for")
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/scheduling/validation/validation.go}, {@code
 * ValidatePriorityClass}.
 */
@Value.Immutable
@Dsl
public abstract class PriorityClass extends NamedManifest implements PriorityClassSource, ExtensiblePriorityClass {

    /** {@code HighestUserDefinablePriority} in {@code pkg/apis/scheduling/types.go}. */
    private static final int HIGHEST = 1_000_000_000;

    PriorityClass() {}

    /**
     * Returns a builder for a PriorityClass.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain, or starts with {@code system-}, which Kubernetes
     *     reserves
     */
    public static PriorityClassBuildStages.ValueBuildStage named(String name) {
        NameFormat.DNS_SUBDOMAIN.require("PriorityClass: metadata.name", name);
        if (name.startsWith("system-")) {
            throw InvalidValueException.of(
                    "PriorityClass: metadata.name", name, "must not start with 'system-', which Kubernetes reserves");
        }
        return PriorityClassBuildStages.start().name(name);
    }

    /**
     * A PriorityClass that already exists in the cluster. {@code system-cluster-critical} and {@code
     * system-node-critical} exist in every cluster.
     */
    public static PriorityClassSource existing(String name) {
        return new ExistingPriorityClass(name);
    }

    /** Whether a pod evicts others when no node has room for it. */
    public enum PreemptionPolicy {
        /** It evicts pods with a lower priority. The default of Kubernetes. */
        PREEMPT_LOWER_PRIORITY("PreemptLowerPriority"),
        /** It waits, ahead of pods with a lower priority. */
        NEVER("Never");

        private final String value;

        PreemptionPolicy(String value) {
            this.value = value;
        }
    }

    /** The priority, at most 1,000,000,000. It is immutable. */
    public abstract int value();

    /** Whether pods without a class get this one. Only one class of a cluster can be the default. Defaults to false. */
    public abstract Optional<Boolean> globalDefault();

    /**
     * Whether a pod evicts others when no node has room for it. Defaults to
     * {@link PreemptionPolicy#PREEMPT_LOWER_PRIORITY}. It is immutable.
     */
    public abstract Optional<PreemptionPolicy> preemptionPolicy();

    /** What the class is for. Optional. */
    public abstract Optional<String> description();

    /** Changes the fabric8 model of the PriorityClass, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<PriorityClassBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("PriorityClass");
        if (value() > HIGHEST) {
            throw InvalidValueException.of(
                    "PriorityClass \"" + name() + "\": value", value(), "must be at most " + HIGHEST);
        }
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        PriorityClassBuilder model = new PriorityClassBuilder()
                .withMetadata(metadata())
                .withValue(value())
                .withGlobalDefault(globalDefault().orElse(null))
                .withPreemptionPolicy(
                        preemptionPolicy().map(policy -> policy.value).orElse(null))
                .withDescription(description().orElse(null));
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }
}
