package dev.berth.rules.format;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How much a quantity is, in the server's arithmetic: rounded up to billionths, and no more than 2^63 - 1.
 *
 * <p>Mirrors {@code ParseQuantity} in {@code staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go}.
 */
public final class Amount implements Comparable<Amount> {
    /** How a quantity is written, which decides how the server prints it. */
    public enum Notation {
        /** With a power of 1000, or none. */
        DECIMAL,
        /** With a power of 1024. */
        BINARY,
        /** With an exponent. */
        EXPONENT
    }

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final int NANO = 9;
    private static final Map<String, Integer> DECIMAL_POWERS = Map.ofEntries(
            Map.entry("n", -9),
            Map.entry("u", -6),
            Map.entry("m", -3),
            Map.entry("", 0),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9),
            Map.entry("T", 12),
            Map.entry("P", 15),
            Map.entry("E", 18));
    private static final String BINARY_LETTERS = "KMGTPE";

    private final BigDecimal value;
    private final Notation notation;

    private Amount(BigDecimal value, Notation notation) {
        this.value = value;
        this.notation = notation;
    }

    /** The amount of a quantity that the decoder let through. */
    public static Amount of(Quantity quantity) {
        return parse(Zero.text(quantity.getAmount()) + Zero.text(quantity.getFormat()));
    }

    /**
     * The amount of a text in the syntax of quantities.
     *
     * @throws NumberFormatException where the text is no quantity
     */
    public static Amount parse(String text) {
        int at = 0;
        while (at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        BigDecimal number = new BigDecimal(text.substring(0, at));
        String suffix = text.substring(at);
        if (suffix.length() == 2 && suffix.endsWith("i")) {
            int power = BINARY_LETTERS.indexOf(suffix.charAt(0)) + 1;
            return new Amount(bounded(number.multiply(KIBI.pow(power))), Notation.BINARY);
        }
        Integer power = DECIMAL_POWERS.get(suffix);
        if (power != null) {
            return new Amount(bounded(number.scaleByPowerOfTen(power)), Notation.DECIMAL);
        }
        int exponent = (int) Long.parseLong(suffix.substring(1)); // the server cuts it to 32 bits
        return new Amount(bounded(scaled(number, exponent)), Notation.EXPONENT);
    }

    /** Exponents beyond any amount are cut before they can cost memory. */
    private static BigDecimal scaled(BigDecimal number, int exponent) {
        long magnitude = (long) number.precision() - number.scale() + exponent;
        if (number.signum() == 0 || magnitude < -2 * NANO) {
            return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.signum()).movePointLeft(2 * NANO);
        }
        if (magnitude > 40) {
            return MOST.multiply(BigDecimal.TEN).multiply(BigDecimal.valueOf(number.signum()));
        }
        return number.scaleByPowerOfTen(exponent);
    }

    private static BigDecimal bounded(BigDecimal number) {
        BigDecimal rounded = number.scale() <= NANO ? number : number.setScale(NANO, RoundingMode.UP);
        return rounded.abs().compareTo(MOST) <= 0 ? rounded : MOST.multiply(BigDecimal.valueOf(rounded.signum()));
    }

    /** -1, 0 or 1. */
    public int signum() {
        return value.signum();
    }

    /** Whether it is a whole number, to the thousandth that the server looks at. */
    public boolean isWhole() {
        BigDecimal thousandths = value.setScale(3, RoundingMode.UP);
        return thousandths.stripTrailingZeros().scale() <= 0;
    }

    /** The whole number at or above the amount. */
    public long wholeValue() {
        return value.setScale(0, RoundingMode.UP).longValue();
    }

    /** Both amounts together. */
    public Amount plus(Amount other) {
        return new Amount(bounded(value.add(other.value)), notation);
    }

    /** The larger one. */
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it is one of this notation's units: 1, or a power of 1000 or 1024. */
    public boolean isUnit() {
        BigDecimal base = notation == Notation.BINARY ? KIBI : BigDecimal.valueOf(1000);
        BigDecimal unit = BigDecimal.ONE;
        for (int power = 0; power <= 6; power++) {
            if (value.compareTo(unit) == 0) {
                return notation != Notation.EXPONENT || power == 0;
            }
            unit = unit.multiply(base);
        }
        return false;
    }

    /** Whether it is one thousandth. */
    public boolean isThousandth() {
        return value.compareTo(BigDecimal.valueOf(1, 3)) == 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount amount && value.compareTo(amount.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
