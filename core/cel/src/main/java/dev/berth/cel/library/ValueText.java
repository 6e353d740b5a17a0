package dev.berth.cel.library;

import com.google.common.primitives.UnsignedLong;
import dev.berth.cel.value.CelEquality;
import dev.berth.cel.value.RuleError;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as the clause {@code %s} writes them. */
final class ValueText {
    private ValueText() {}

    /**
     * Returns the text of a value.
     *
     * @throws RuleError if values of its type have no text
     */
    static String of(Object value) {
        CelEquality.requireValid(value);
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(element -> texts.add(literal(element)));
            return "[" + String.join(", ", texts) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> texts = new ArrayList<>();
            map.forEach((key, element) -> texts.add(literal(key) + ":" + literal(element)));
            Collections.sort(texts);
            return "{" + String.join(", ", texts) + "}";
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof String
                || value instanceof Long
                || value instanceof UnsignedLong
                || value instanceof Boolean
                || value instanceof Instant) {
            return value.toString();
        }
        if (value instanceof Double real) {
            return real(real);
        }
        if (value instanceof Duration duration) {
            return seconds(duration);
        }
        if (value instanceof CelByteString bytes) {
            return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        }
        if (value instanceof TypeType type) {
            return type.containingTypeName();
        }
        if (value instanceof NullValue) {
            return "null";
        }
        throw new RuleError("string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, "
                + "types, durations, and timestamps");
    }

    /** Returns the shortest digits that are read as the same double, without an exponent up to 21 digits as in Go. */
    private static String real(double real) {
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            return Double.isNaN(real) ? "NaN" : real > 0 ? "+Inf" : "-Inf";
        }
        BigDecimal digits = new BigDecimal(Double.toString(real)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (real == 0 || (exponent >= -4 && exponent < 21)) {
            return real == 0 ? "0" : digits.toPlainString();
        }
        String mantissa = digits.unscaledValue().abs().toString();
        String fraction = mantissa.length() > 1 ? "." + mantissa.substring(1) : "";
        String sign = exponent < 0 ? "-" : "+";
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (digits.signum() < 0 ? "-" : "") + mantissa.charAt(0) + fraction + "e" + sign + power;
    }

    private static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
        return (seconds.scale() < 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY) : seconds).toPlainString() + "s";
    }

    /** Returns the text inside of a list or map, where strings are quoted. */
    private static String literal(Object value) {
        CelEquality.requireValid(value);
        if (value instanceof String text) {
            return TextFormat.quote(text);
        }
        if (value instanceof CelByteString) {
            return "b" + TextFormat.quote(scalar(value));
        }
        if (value instanceof Instant) {
            return "timestamp(" + TextFormat.quote(scalar(value)) + ")";
        }
        if (value instanceof Duration) {
            return "duration(" + TextFormat.quote(scalar(value)) + ")";
        }
        return value instanceof Double real && !real.isNaN() && !real.isInfinite()
                ? new BigDecimal(real).setScale(6, RoundingMode.HALF_EVEN).toPlainString()
                : of(value);
    }

    /** Returns the bytes of a string or of bytes; null for other values. */
    static byte @Nullable [] bytes(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return value instanceof CelByteString bytes ? bytes.toByteArray() : null;
    }
}
