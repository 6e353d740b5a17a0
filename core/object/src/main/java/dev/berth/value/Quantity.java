package dev.berth.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in the notation of Kubernetes ({@code 500m}, {@code 1Gi}, {@code 1e3}). It keeps its notation and is
 * compared by its amount: {@code 1024Mi} equals {@code 1Gi}, and each is rendered as it was declared.
 *
 * <p>Source: Kubernetes 1.36, {@code apimachinery/pkg/api/resource/quantity.go}, {@code ParseQuantity}.
 */
public final class Quantity implements Comparable<Quantity> {

    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,3})?");

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private final String text;
    private final BigDecimal amount;

    private Quantity(String text, BigDecimal amount) {
        this.text = text;
        this.amount = amount;
    }

    /**
     * Reads a quantity.
     *
     * @throws InvalidValueException if the string is not a quantity, for example {@code 1GiB}
     */
    public static Quantity of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw InvalidValueException.of(
                    "Quantity",
                    text,
                    "must be a number with one of the suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei, or none");
        }
        BigDecimal number = new BigDecimal(form.group(1));
        String suffix = form.group(2);
        return new Quantity(text, suffix == null ? number : scaled(number, suffix));
    }

    private static BigDecimal scaled(BigDecimal number, String suffix) {
        BigDecimal unit = SUFFIXES.get(suffix);
        return unit == null ? number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))) : number.multiply(unit);
    }

    /** Returns the amount in the base unit: bytes, cores or items. */
    public BigDecimal amount() {
        return amount;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && amount.compareTo(quantity.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** Returns the quantity as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
