package dev.berth.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as people do: no exponent for an integer, no lost digit, and the same digits in every JVM. */
final class NumberText {

    /** A decimal with more zeros than this is written with an exponent. */
    private static final int MOST_ZEROS = 20;

    private static final int MOST_DIGITS_OF_A_DOUBLE = 17;

    private NumberText() {}

    static void write(Utf8Buffer out, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            integer(out, number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            out.putAscii(floating(number));
        } else if (number instanceof BigDecimal decimal) {
            out.putAscii(decimal(decimal, decimal.scale() <= 0 && decimal.scale() >= -MOST_ZEROS));
        } else if (number instanceof BigInteger) {
            out.putAscii(number.toString());
        } else {
            out.putAscii(decimal(new BigDecimal(number.toString()), false));
        }
    }

    private static void integer(Utf8Buffer out, long value) {
        if (value == Long.MIN_VALUE) {
            out.putAscii("-9223372036854775808");
            return;
        }
        out.ensure(20);
        long left = value;
        if (left < 0) {
            out.put('-');
            left = -left;
        }
        int digits = 1;
        for (long power = 10; digits < 19 && left >= power; power *= 10) {
            digits++;
        }
        for (int at = out.size + digits - 1; at >= out.size; at--) {
            out.bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        out.size += digits;
    }

    private static String floating(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        return decimal(shortest(number), false);
    }

    /**
     * Returns the fewest digits that read back as the same number; before Java 19, {@code Double.toString} returns
     * more.
     */
    private static BigDecimal shortest(Number number) {
        BigDecimal exact = new BigDecimal(number.doubleValue());
        for (int digits = 1; digits < MOST_DIGITS_OF_A_DOUBLE; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            boolean same = number instanceof Float
                    ? rounded.floatValue() == number.floatValue()
                    : rounded.doubleValue() == number.doubleValue();
            if (same) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN));
    }

    private static String decimal(BigDecimal value, boolean integer) {
        if (Math.abs((long) value.precision() - value.scale()) > MOST_ZEROS + 1L && !integer) {
            String digits = value.unscaledValue().abs().toString();
            long exponent = (long) digits.length() - 1 - value.scale();
            return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + "."
                    + (digits.length() > 1 ? digits.substring(1) : "0") + "e" + (exponent < 0 ? "-" : "+")
                    + Math.abs(exponent);
        }
        String plain = value.toPlainString();
        return integer || plain.indexOf('.') >= 0 ? plain : plain + ".0";
    }
}
