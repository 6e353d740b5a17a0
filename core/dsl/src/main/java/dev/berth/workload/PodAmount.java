package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.IntOrString;

/**
 * A number or a percentage of the pods of a workload.
 *
 * <pre>{@code
 * PodDisruptionBudget.named("postgres").selecting(postgres).limit(PodDisruptionBudget.maxUnavailable(pods(1))).build()
 * }</pre>
 *
 * <p>Source of the limits: Kubernetes 1.36, {@code pkg/apis/apps/validation/validation.go}, {@code
 * ValidatePositiveIntOrPercent} and {@code IsNotMoreThan100Percent}.
 */
public sealed interface PodAmount {

    /**
     * This many pods.
     *
     * @throws InvalidValueException if the number is negative
     */
    static PodAmount pods(int number) {
        return new Count(number);
    }

    /**
     * This percentage of all pods. Kubernetes rounds it to whole pods: {@code maxUnavailable} is rounded down for a
     * Deployment and up for a PodDisruptionBudget.
     *
     * @throws InvalidValueException if the percentage is below 0 or above 100
     */
    static PodAmount percent(int percent) {
        return new Percent(percent);
    }

    /** Whether the amount is 0, whatever the number of pods. */
    boolean isZero();

    /** The amount as in the API: a number, or a string such as {@code 25%}. */
    IntOrString toModel();

    /**
     * A number of pods.
     *
     * @param number the number, at least 0
     */
    record Count(int number) implements PodAmount {

        /**
         * Creates an amount.
         *
         * @throws InvalidValueException if the number is negative
         */
        public Count {
            if (number < 0) {
                throw InvalidValueException.of("PodAmount", number, "must be at least 0");
            }
        }

        @Override
        public boolean isZero() {
            return number == 0;
        }

        @Override
        public IntOrString toModel() {
            return new IntOrString(number);
        }

        /** The number alone. */
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /**
     * A percentage of all pods.
     *
     * @param percent the percentage, 0 to 100
     */
    record Percent(int percent) implements PodAmount {

        /**
         * Creates an amount.
         *
         * @throws InvalidValueException if the percentage is below 0 or above 100
         */
        public Percent {
            if (percent < 0 || percent > 100) {
                throw InvalidValueException.of("PodAmount percent", percent, "must be between 0 and 100, inclusive");
            }
        }

        @Override
        public boolean isZero() {
            return percent == 0;
        }

        @Override
        public IntOrString toModel() {
            return new IntOrString(percent + "%");
        }

        /** The percentage as in the API. */
        @Override
        public String toString() {
            return percent + "%";
        }
    }
}
