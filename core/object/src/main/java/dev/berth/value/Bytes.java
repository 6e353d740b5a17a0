package dev.berth.value;

import java.util.Objects;

/**
 * An amount of memory or storage: a positive whole number of bytes, which keeps its notation.
 *
 * <p>It is a separate type, so that memory cannot be given where processor time is expected.
 */
public final class Bytes implements Comparable<Bytes> {

    private final Quantity quantity;

    private Bytes(Quantity quantity) {
        this.quantity = quantity;
    }

    /**
     * Reads an amount such as {@code "500Mi"} or {@code "5G"}.
     *
     * @throws InvalidValueException if it is not a quantity, not above zero, or not a whole number of bytes
     */
    public static Bytes of(String text) {
        Quantity quantity = Quantity.of(text);
        if (quantity.amount().signum() <= 0) {
            throw InvalidValueException.of("Bytes", text, "must be above zero");
        }
        if (quantity.amount().stripTrailingZeros().scale() > 0) {
            throw InvalidValueException.of("Bytes", text, "must be a whole number of bytes");
        }
        return new Bytes(quantity);
    }

    /** Returns a multiple of 1024 bytes ({@code Ki}). */
    public static Bytes kibi(long amount) {
        return of(amount + "Ki");
    }

    /** Returns a multiple of 1024² bytes ({@code Mi}). */
    public static Bytes mebi(long amount) {
        return of(amount + "Mi");
    }

    /** Returns a multiple of 1024³ bytes ({@code Gi}). */
    public static Bytes gibi(long amount) {
        return of(amount + "Gi");
    }

    /** Returns a multiple of 1024⁴ bytes ({@code Ti}). */
    public static Bytes tebi(long amount) {
        return of(amount + "Ti");
    }

    /** Returns the amount as a quantity. */
    public Quantity quantity() {
        return quantity;
    }

    @Override
    public int compareTo(Bytes other) {
        return quantity.compareTo(other.quantity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && quantity.equals(bytes.quantity);
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
