package dev.berth.cel.cost;

/**
 * A size or a cost between two limits; the largest {@code long} stands for everything beyond.
 *
 * <p>Mirrors {@code SizeEstimate} and {@code CostEstimate} in {@code checker/cost.go} of {@code cel-go}, which count in
 * 64 bits without a sign.
 *
 * @param min the least
 * @param max the most
 */
public record Range(long min, long max) {
    /** Nothing. */
    static final Range ZERO = of(0);
    /** One. */
    static final Range ONE = of(1);
    /** Anything. */
    static final Range UNKNOWN = new Range(0, Long.MAX_VALUE);

    static Range of(long exact) {
        return new Range(exact, exact);
    }

    Range plus(Range other) {
        return new Range(add(min, other.min), add(max, other.max));
    }

    Range times(Range other) {
        return new Range(multiply(min, other.min), multiply(max, other.max));
    }

    Range times(double factor) {
        return new Range(multiply(min, factor), multiply(max, factor));
    }

    Range union(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }

    private static long add(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Returns the product; the largest {@code long} if it is larger. */
    public static long multiply(long one, long other) {
        return other != 0 && one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
    }

    private static long multiply(long number, double factor) {
        double product = Math.ceil(number * factor);
        return product >= 0x1p63 ? Long.MAX_VALUE : (long) product;
    }
}
