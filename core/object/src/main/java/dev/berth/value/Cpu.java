package dev.berth.value;

import java.util.Objects;

/**
 * An amount of processor time: a whole number of millicores above zero, kept as it is written. 1000 millicores are one
 * core for as long as the container runs.
 *
 * <p>It is a type of its own, so that processor time cannot stand where memory belongs. Kubernetes takes no finer amount
 * than one millicore; it would round up in silence, so Berth refuses it.
 */
public final class Cpu implements Comparable<Cpu> {

    private final Quantity quantity;

    private Cpu(Quantity quantity) {
        this.quantity = quantity;
    }

    /**
     * Reads an amount such as {@code "250m"} or {@code "0.5"}.
     *
     * @throws InvalidValueException when it is no quantity, not above zero, or finer than one millicore
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

    /** So many thousandths of a core ({@code m}). */
    public static Cpu millicores(long amount) {
        return of(amount + "m");
    }

    /** So many whole cores. */
    public static Cpu cores(long amount) {
        return of(Long.toString(amount));
    }

    /** The amount as a quantity. */
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

    /** The amount as it was written. */
    @Override
    public String toString() {
        return quantity.toString();
    }
}
