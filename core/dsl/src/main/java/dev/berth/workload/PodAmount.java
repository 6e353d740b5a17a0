package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.IntOrString;

/**
 * So many of a workload's pods: a number of them, or a part of all.
 *
 * <pre>{@code
 * PodDisruptionBudget.named("postgres").selecting(postgres).budget(Budget.maxUnavailable(pods(1))).build()
 * }</pre>
 *
 * <p>Source of the limits: Kubernetes 1.36, {@code pkg/apis/apps/validation/validation.go},
 * {@code ValidatePositiveIntOrPercent} and {@code IsNotMoreThan100Percent}.
 */
public sealed interface PodAmount {

    /**
     * So many pods.
     *
     * @throws InvalidValueException when the number is negative
     */
    static PodAmount pods(int number) {
        return new Count(number);
    }

    /**
     * So many hundredths of all pods. Kubernetes makes whole pods of them: of what may be missing it rounds down for a
     * Deployment and up for a PodDisruptionBudget.
     *
     * @throws InvalidValueException when it is below 0 or above 100
     */
    static PodAmount percent(int percent) {
        return new Percent(percent);
    }

    /** Whether it is no pod at all, however many there are. */
    boolean isZero();

    /** The amount as the API takes it: a number, or a text such as {@code 25%}. */
    IntOrString toModel();

    /**
     * So many pods.
     *
     * @param number how many, 0 at least
     */
    record Count(int number) implements PodAmount {

        /**
         * Says how many.
         *
         * @throws InvalidValueException when it is negative
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
     * A part of all pods.
     *
     * @param percent how many hundredths, 0 to 100
     */
    record Percent(int percent) implements PodAmount {

        /**
         * Says how large the part is.
         *
         * @throws InvalidValueException when it is below 0 or above 100
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

        /** The part as the API takes it. */
        @Override
        public String toString() {
            return percent + "%";
        }
    }
}
