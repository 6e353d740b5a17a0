package dev.berth.rules.format;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The amount of a quantity in the server's arithmetic: rounded up to billionths, and at most 2^63 - 1 with a suffix of
 * powers of 1024. As an integer it is cut to 64 bits, in different ways depending on whether the server keeps it as an
 * integer or as a decimal.
 *
 * <p>Mirrors {@code ParseQuantity} in {@code staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go}.
 */
public final class Amount implements Comparable<Amount> {
    /** How a quantity is written, which decides how the server prints it. */
    public enum Notation {
        /** With a power of 1000, or without a suffix. */
        DECIMAL,
        /** With a power of 1024. */
        BINARY,
        /** With an exponent. */
        EXPONENT
    }

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final int NANO = 9;
    /** This many digits always fit into 64 bits. */
    private static final int SURE_DIGITS = 18;
    /** Amounts above 10 to this power count as equal, so that none uses much memory. */
    private static final int MOST_DIGITS = 1000;

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
    /** Whether the server keeps it as a 64-bit integer with a power of ten, and not as a decimal of any length. */
    private final boolean small;

    private Amount(BigDecimal value, Notation notation, boolean small) {
        this.value = value;
        this.notation = notation;
        this.small = small;
    }

    /** Returns the amount of a quantity that the decoder accepted. */
    public static Amount of(Quantity quantity) {
        return parse(Zero.text(quantity.getAmount()) + Zero.text(quantity.getFormat()));
    }

    /**
     * Returns the amount of a string in the syntax of quantities.
     *
     * @throws NumberFormatException if the string is not a quantity
     */
    public static Amount parse(String text) {
        int at = 0;
        while (at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        BigDecimal number = new BigDecimal(text.substring(0, at));
        String suffix = text.substring(at);
        if (suffix.length() == 2 && suffix.endsWith("i")) {
            return binary(number, digits(text, at), BINARY_LETTERS.indexOf(suffix.charAt(0)) + 1);
        }
        Integer power = DECIMAL_POWERS.get(suffix);
        Notation notation = power == null ? Notation.EXPONENT : Notation.DECIMAL;
        int exponent = power == null ? (int) Long.parseLong(suffix.substring(1)) : power; // the server truncates here
        BigDecimal scaled = scaled(number, exponent);
        boolean small = digits(text, at) <= SURE_DIGITS && (long) exponent - Math.max(0, number.scale()) >= -NANO;
        return new Amount(rounded(scaled), notation, small);
    }

    private static Amount binary(BigDecimal number, int digits, int power) {
        BigDecimal value = rounded(number.multiply(KIBI.pow(power)));
        boolean small = number.scale() <= 0
                && SURE_DIGITS - 3 - digits - 3 * power - 1 >= 0
                && value.abs().compareTo(MOST) <= 0;
        BigDecimal most = MOST.multiply(BigDecimal.valueOf(value.signum()));
        return new Amount(value.abs().compareTo(MOST) <= 0 ? value : most, Notation.BINARY, small);
    }

    /** Returns the number of digits without leading zeros; a zero before the point counts as one. */
    private static int digits(String text, int end) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        while (at < end && text.charAt(at) == '0') {
            at++;
        }
        int point = text.indexOf('.', at);
        boolean nothingBefore = at == end || point == at;
        return end - at - (point >= 0 && point < end ? 1 : 0) + (nothingBefore ? 1 : 0);
    }

    /** Exponents beyond any amount are cut before they can use much memory. */
    private static BigDecimal scaled(BigDecimal number, int exponent) {
        long magnitude = (long) number.precision() - number.scale() + exponent;
        if (number.signum() == 0 || magnitude < -2 * NANO) {
            return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.signum()).movePointLeft(2 * NANO);
        }
        if (magnitude > MOST_DIGITS) {
            return new BigDecimal(number.signum()).scaleByPowerOfTen(MOST_DIGITS);
        }
        return number.scaleByPowerOfTen(exponent);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() <= NANO ? number : number.setScale(NANO, RoundingMode.UP);
    }

    /** Returns -1, 0 or 1. */
    public int signum() {
        return value.signum();
    }

    /** Returns whether it is a whole number, in the thousandths that the server counts in 64 bits. */
    public boolean isWhole() {
        return thousandths() % 1000 == 0;
    }

    /** Returns the amount rounded up to a whole number, in the server's 64 bits. */
    public long wholeValue() {
        return cut(0);
    }

    /** Returns the amount rounded up to thousandths, in the server's 64 bits. */
    public long thousandths() {
        return cut(3);
    }

    /** Mirrors {@code ScaledValue}: too large an amount becomes 0, or loses its highest bits. */
    private long cut(int scale) {
        BigInteger units = value.scaleByPowerOfTen(scale)
                .setScale(0, small ? RoundingMode.UP : RoundingMode.CEILING)
                .unscaledValue();
        return units.bitLength() < Long.SIZE || !small ? units.longValue() : 0;
    }

    /** Returns the sum of both amounts. */
    public Amount plus(Amount other) {
        BigDecimal sum = value.add(other.value);
        boolean fits = small && other.small && sum.unscaledValue().bitLength() < Long.SIZE;
        return new Amount(sum, value.signum() == 0 ? other.notation : notation, fits);
    }

    /** Returns the larger amount. */
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns whether it is a unit of this notation: 1, or a power of 1000 or 1024. */
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

    /** Returns whether it is one thousandth. */
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
