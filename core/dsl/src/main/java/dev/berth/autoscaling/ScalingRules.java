package dev.berth.autoscaling;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast an autoscaler adds or removes pods.
 *
 * <pre>{@code
 * ScalingRules.fastest(ScalingPolicy.pods(1, ofMinutes(1))).stabilizationWindow(ofMinutes(10))
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/autoscaling/validation/validation.go}, {@code
 * validateScalingRules}.
 */
public final class ScalingRules {

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final Optional<String> selectPolicy;
    private final List<ScalingPolicy> policies;
    private final Optional<Duration> window;

    private ScalingRules(Optional<String> selectPolicy, List<ScalingPolicy> policies, Optional<Duration> window) {
        this.selectPolicy = selectPolicy;
        this.policies = policies;
        this.window = window;
    }

    /** The policy that changes the most pods applies. */
    public static ScalingRules fastest(ScalingPolicy first, ScalingPolicy... more) {
        return new ScalingRules(Optional.empty(), all(first, more), Optional.empty());
    }

    /** The policy that changes the fewest pods applies. */
    public static ScalingRules slowest(ScalingPolicy first, ScalingPolicy... more) {
        return new ScalingRules(Optional.of("Min"), all(first, more), Optional.empty());
    }

    /** The autoscaler never changes the number of pods in this direction. */
    public static ScalingRules disabled() {
        return new ScalingRules(Optional.of("Disabled"), List.of(), Optional.empty());
    }

    private static List<ScalingPolicy> all(ScalingPolicy first, ScalingPolicy... more) {
        List<ScalingPolicy> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /**
     * Returns a copy with a time for which the autoscaler looks back, so that the number of pods does not flap. Defaults
     * to 0 s for adding pods and 300 s for removing them.
     *
     * @throws InvalidValueException if it is not between 0 and 3600 whole seconds
     */
    public ScalingRules stabilizationWindow(Duration time) {
        if (time.toNanosPart() != 0 || time.isNegative() || time.compareTo(LONGEST_WINDOW) > 0) {
            throw InvalidValueException.of("ScalingRules stabilizationWindow", time, "must be 0 to 3600 whole seconds");
        }
        return new ScalingRules(selectPolicy, policies, Optional.of(time));
    }

    HPAScalingRules toModel() {
        return new HPAScalingRulesBuilder()
                .withSelectPolicy(selectPolicy.orElse(null))
                .withStabilizationWindowSeconds(
                        window.map(time -> Math.toIntExact(time.toSeconds())).orElse(null))
                .withPolicies(
                        policies.isEmpty()
                                ? null
                                : policies.stream().map(ScalingPolicy::toModel).toList())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScalingRules that
                && selectPolicy.equals(that.selectPolicy)
                && policies.equals(that.policies)
                && window.equals(that.window);
    }

    @Override
    public int hashCode() {
        return Objects.hash(selectPolicy, policies, window);
    }

    /** The rules as in the API. */
    @Override
    public String toString() {
        return selectPolicy.orElse("Max") + " of " + policies
                + window.map(time -> ", " + time).orElse("");
    }
}
