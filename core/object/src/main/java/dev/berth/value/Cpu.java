package dev.berth.value;

import java.util.Objects;

/**
 * An amount of processor time: a positive whole number of millicores, which keeps its notation. 1000 millicores are one
 * core for as long as the container runs.
 *
 * <p>It is a separate type, so that processor time cannot be given where memory is expected. Kubernetes silently rounds
 * amounts finer than one millicore up, so Berth refuses them.
 */
public final class Cpu implements Comparable<Cpu> {

    private final Quantity quantity;

    private Cpu(Quantity quantity) {
        this.quantity = quantity;
    }

    /**
     * Reads an amount such as {@code "250m"} or {@code "0.5"}.
     *
     * @throws InvalidValueException if it is not a quantity, not above zero, or finer than one millicore
     */
    public static Cpu of(String text) {
        Quantity quantity = Quantity.of(text);
        if (quantity.amount().signum() <= 0) {
            throw InvalidValueException.of("Cpu", text, "must be above zero");
        }
        if (quantity.amount().stripTrailingZeros().scale() > 3) {
            throw InvalidValueException.of("Cpu", text, "must be a whole number of millicores");
        }
        return new Cpu(quantity);
    }

    /** Returns a number of thousandths of a core ({@code m}). */
    public static Cpu millicores(long amount) {
        return of(amount + "m");
    }

    /** Returns a number of whole cores. */
    public static Cpu cores(long amount) {
        return of(Long.toString(amount));
    }

    /** Returns the amount as a quantity. */
    public Quantity quantity() {
        return quantity;
    }

    @Override
    public int compareTo(Cpu other) {
        return quantity.compareTo(other.quantity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cpu cpu && quantity.equals(cpu.quantity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity);
    }

    /** Returns the amount as it was written. */
    @Override
    public String toString() {
        return quantity.toString();
    }
}
