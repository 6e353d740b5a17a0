package dev.berth.autoscaling;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import java.time.Duration;

/**
 * How many pods may be added or removed within a period.
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/autoscaling/validation/validation.go}, {@code
 * validateScalingPolicy}.
 *
 * @param type whether the value is a number or a percentage
 * @param value the number or percentage of pods
 * @param period the period, in whole seconds
 */
public record ScalingPolicy(Type type, int value, Duration period) {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** The unit of the value. */
    public enum Type {
        /** A number of pods. */
        PODS("Pods"),
        /** A percentage of the current pods. More than 100 percent is possible for adding pods. */
        PERCENT("Percent");

        private final String value;

        Type(String value) {
            this.value = value;
        }
    }

    /**
     * Creates a policy.
     *
     * @throws InvalidValueException if the value is below 1, or the period is not between 1 and 1800 whole seconds
     */
    public ScalingPolicy {
        if (value < 1) {
            throw InvalidValueException.of("ScalingPolicy", value, "must be at least 1");
        }
        if (period.getNano() != 0 || period.getSeconds() < 1 || period.compareTo(LONGEST) > 0) {
            throw InvalidValueException.of("ScalingPolicy period", period, "must be 1 to 1800 whole seconds");
        }
    }

    /** At most this many pods within the period. */
    public static ScalingPolicy pods(int number, Duration period) {
        return new ScalingPolicy(Type.PODS, number, period);
    }

    /** At most this percentage of the pods within the period. */
    public static ScalingPolicy percent(int percent, Duration period) {
        return new ScalingPolicy(Type.PERCENT, percent, period);
    }

    HPAScalingPolicy toModel() {
        return new HPAScalingPolicy(Math.toIntExact(period.toSeconds()), type.value, value);
    }
}
