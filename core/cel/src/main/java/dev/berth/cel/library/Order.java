package dev.berth.cel.library;

import dev.berth.cel.value.CelEquality;
import dev.berth.cel.value.Numbers;
import dev.berth.cel.value.RuleError;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The order of the values of CEL that have one. */
final class Order {
    private Order() {}

    /**
     * Returns a negative number, 0 or a positive number.
     *
     * @throws RuleError if the values have no order
     */
    static int compare(Object left, Object right) {
        CelEquality.requireValid(left);
        CelEquality.requireValid(right);
        if (left instanceof Number number && right instanceof Number other) {
            return Numbers.compare(number, other);
        }
        if (left instanceof String text && right instanceof String other) {
            return compareCodePoints(text, other);
        }
        if (left instanceof Boolean truth && right instanceof Boolean other) {
            return Boolean.compare(truth, other);
        }
        if (left instanceof Duration duration && right instanceof Duration other) {
            return duration.compareTo(other);
        }
        if (left instanceof Instant instant && right instanceof Instant other) {
            return instant.compareTo(other);
        }
        if (left instanceof CelByteString bytes && right instanceof CelByteString other) {
            return Arrays.compareUnsigned(bytes.toByteArray(), other.toByteArray());
        }
        throw RuleError.noSuchOverload();
    }

    /** Go compares the bytes of UTF-8, which is the order of code points. */
    private static int compareCodePoints(String text, String other) {
        int[] left = text.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
