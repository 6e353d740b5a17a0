package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A 64-bit float as Go writes it into the JSON that the server receives: {@code 3.0} and {@code 1e3} arrive as
 * integers.
 */
final class GoNumber {
    /** From this number on, {@code encoding/json} writes an exponent, which no integer field accepts. */
    private static final double EXPONENT = 1e21;

    private static final int FLOAT_DIGITS = 9;

    private GoNumber() {}

    /**
     * Returns the number after {@code json.Marshal}, which writes a whole number below 10²¹ without point and exponent.
     */
    static JsonNode written(double value) {
        if (value != Math.rint(value) || Math.abs(value) >= EXPONENT) {
            return DecimalNode.valueOf(BigDecimal.valueOf(value));
        }
        BigInteger whole = BigDecimal.valueOf(value).toBigInteger();
        return whole.bitLength() < Long.SIZE ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }

    /**
     * Returns the number as a map key: the shortest decimal for the same 32-bit float, with an exponent below 10⁻⁴ and
     * from 10⁶ on. Mirrors {@code convertToJSONableObject} of {@code sigs.k8s.io/yaml}, which calls {@code
     * strconv.FormatFloat(key, 'g', -1, 32)}.
     */
    static String key(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        String sign = 1 / narrow < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(narrow));
        String digits = shortest.unscaledValue().toString();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return sign + shortest.toPlainString();
        }
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    private static BigDecimal shortest(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return stripped(rounded);
            }
        }
        return stripped(exact.round(new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal stripped(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
