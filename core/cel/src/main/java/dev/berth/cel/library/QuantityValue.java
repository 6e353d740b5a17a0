package dev.berth.cel.library;

import dev.berth.cel.value.RuleError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity with the precision of the API server: billionths, rounded away from zero; a suffix of powers of 1024 caps it
 * at 2^63 - 1.
 *
 * <p>Mirrors {@code ParseQuantity} in {@code staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go}.
 */
public final class QuantityValue implements Comparable<QuantityValue> {
    private static final Pattern SYNTAX =
            Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?(|[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)");
    private static final Map<String, Integer> POWERS = Map.ofEntries(
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
    private static final String BINARY = "KMGTPE";
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int NANO = 9;
    /** Amounts above 10 to this power count as equal, so that none uses much memory. */
    private static final int MOST_DIGITS = 1000;

    private final BigDecimal amount;

    private QuantityValue(BigDecimal amount) {
        this.amount = amount;
    }

    /** Returns the quantity; empty if the text is not one. */
    public static Optional<QuantityValue> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        if (matcher.group(2).isEmpty() && fraction.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1) + "0" + matcher.group(2) + "." + fraction + "0");
        String suffix = matcher.group(4);
        if (suffix.endsWith("i")) {
            BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(10 * (BINARY.indexOf(suffix.charAt(0)) + 1)));
            BigDecimal value = rounded(number.multiply(unit));
            BigDecimal most = MOST.multiply(BigDecimal.valueOf(value.signum()));
            return Optional.of(new QuantityValue(value.abs().compareTo(MOST) > 0 ? most : value));
        }
        Integer power = POWERS.get(suffix);
        return power == null
                ? exponent(number, suffix)
                : Optional.of(new QuantityValue(rounded(scaled(number, power))));
    }

    private static Optional<QuantityValue> exponent(BigDecimal number, String suffix) {
        try {
            int exponent = (int) Long.parseLong(suffix.substring(1)); // the server cuts it to 32 bits, too
            return Optional.of(new QuantityValue(rounded(scaled(number, exponent))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static BigDecimal scaled(BigDecimal number, int exponent) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long magnitude = (long) number.precision() - number.scale() + exponent;
        if (magnitude < -2 * NANO) {
            return new BigDecimal(number.signum()).movePointLeft(2 * NANO);
        }
        return magnitude > MOST_DIGITS
                ? new BigDecimal(number.signum()).scaleByPowerOfTen(MOST_DIGITS)
                : number.scaleByPowerOfTen(exponent);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() <= NANO ? number : number.setScale(NANO, RoundingMode.UP);
    }

    /** Returns a quantity of a whole number. */
    static QuantityValue of(long number) {
        return new QuantityValue(BigDecimal.valueOf(number));
    }

    QuantityValue plus(QuantityValue other) {
        return new QuantityValue(amount.add(other.amount));
    }

    QuantityValue minus(QuantityValue other) {
        return new QuantityValue(amount.subtract(other.amount));
    }

    long sign() {
        return amount.signum();
    }

    /** Returns whether it is a whole number of 64 bits. */
    boolean isInteger() {
        return amount.stripTrailingZeros().scale() <= 0 && amount.toBigInteger().bitLength() < Long.SIZE;
    }

    /**
     * Returns the whole number.
     *
     * @throws RuleError if it is not a whole number of 64 bits
     */
    long asInteger() {
        if (!isInteger()) {
            throw new RuleError("cannot convert value to integer");
        }
        return amount.longValueExact();
    }

    double asApproximateFloat() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(QuantityValue other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantityValue quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return amount.stripTrailingZeros().toPlainString();
    }
}
