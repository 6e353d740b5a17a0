package dev.berth.cel.value;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;

/** The numbers of CEL, compared across {@code int}, {@code uint} and {@code double}. */
public final class Numbers {
    private Numbers() {}

    /** Returns whether two numbers are equal; NaN equals nothing. */
    public static boolean equal(Number left, Number right) {
        return !isNaN(left) && !isNaN(right) && compare(left, right) == 0;
    }

    /** Returns a negative number, 0 or a positive number; NaN must not be compared. */
    public static int compare(Number left, Number right) {
        if (left instanceof Long one && right instanceof Long other) {
            return Long.compare(one, other);
        }
        if (left instanceof Double one && right instanceof Double other) {
            return one < other ? -1 : one > other ? 1 : 0;
        }
        if (isInfinite(left) || isInfinite(right)) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return exact(left).compareTo(exact(right));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof UnsignedLong unsigned) {
            return new BigDecimal(unsigned.bigIntegerValue());
        }
        return number instanceof Double real ? new BigDecimal(real) : BigDecimal.valueOf(number.longValue());
    }

    private static boolean isNaN(Number number) {
        return number instanceof Double real && real.isNaN();
    }

    private static boolean isInfinite(Number number) {
        return number instanceof Double real && real.isInfinite();
    }
}
