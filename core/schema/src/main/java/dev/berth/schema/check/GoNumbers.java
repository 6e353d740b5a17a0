package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Conversions between numbers as Go does them. */
final class GoNumbers {
    /** 2⁵³ - 1, the largest integer of JSON that every program reads exactly. */
    private static final double LARGEST = 9007199254740991.0;

    private static final double EPSILON = 1e-9;
    private static final double BEYOND_LONG = 0x1p63;

    private GoNumbers() {}

    /** A float without its fraction; beyond 64 bits, the smallest integer, as on amd64. */
    static long toLong(double value) {
        return Math.abs(value) < BEYOND_LONG ? (long) value : Long.MIN_VALUE;
    }

    static long toLong(JsonNode number) {
        return number.isIntegralNumber() ? number.longValue() : toLong(number.doubleValue());
    }

    /** The character with this number as a text, or the replacement character. */
    static String character(long number) {
        boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT && !(number >= 0xD800 && number <= 0xDFFF);
        return valid ? Character.toString((int) number) : "\uFFFD";
    }

    /** Whether a float counts as an integer; mirrors {@code IsFloat64AJSONInteger} of {@code go-openapi/swag}. */
    static boolean isWhole(double value) {
        if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
            return false;
        }
        double rounded = Math.copySign(Math.floor(Math.abs(value) + 0.5), value);
        return value == rounded || (rounded != 0 && Math.abs(value - rounded) < EPSILON * Math.abs(rounded));
    }

    /** Whether the digits of a float, written without an exponent, are an integer of so many bits. */
    static boolean fitsInto(double value, int bits) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value != Math.rint(value)) {
            return false;
        }
        return new BigDecimal(value).toBigInteger().bitLength() < bits;
    }
}
