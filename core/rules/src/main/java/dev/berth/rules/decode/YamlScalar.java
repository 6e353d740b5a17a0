package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a YAML scalar in kubectl, which reads YAML 1.1 with {@code sigs.k8s.io/yaml}: {@code 0400} is 256,
 * {@code yes} is true, {@code 1_000} is a thousand, a date is a string, and a whole number is an integer in any
 * notation.
 */
final class YamlScalar {
    private static final String TAG = "tag:yaml.org,2002:";
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger INT64_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    /** More digits do not fit into a 64-bit integer, and are slow to convert. */
    private static final int LONGEST_INTEGER = 100;

    private static final Map<String, JsonNode> WORDS = words();

    private YamlScalar() {}

    private static Map<String, JsonNode> words() {
        Map<String, JsonNode> words = new HashMap<>();
        for (String yes : new String[] {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"}) {
            words.put(yes, BooleanNode.TRUE);
        }
        for (String no : new String[] {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"}) {
            words.put(no, BooleanNode.FALSE);
        }
        for (String endless : new String[] {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"}) {
            words.put(endless, DoubleNode.valueOf(Double.POSITIVE_INFINITY));
        }
        for (String endless : new String[] {"-.inf", "-.Inf", "-.INF"}) {
            words.put(endless, DoubleNode.valueOf(Double.NEGATIVE_INFINITY));
        }
        for (String none : new String[] {".nan", ".NaN", ".NAN"}) {
            words.put(none, DoubleNode.valueOf(Double.NaN));
        }
        for (String nothing : new String[] {"", "~", "null", "Null", "NULL"}) {
            words.put(nothing, NullNode.getInstance());
        }
        return words;
    }

    /** Returns what the server receives for a scalar with or without a tag; null if it cannot be read. */
    static @Nullable JsonNode value(@Nullable String tag, boolean plain, String text) {
        JsonNode meant = meaning(tag, plain, text);
        if (!(meant instanceof DoubleNode number)) {
            return meant;
        }
        // JSON has no NaN and no infinity.
        return Double.isFinite(number.doubleValue()) ? GoNumber.written(number.doubleValue()) : null;
    }

    /** Returns the same for a map key, which becomes a string; null if it cannot be one. */
    static @Nullable String key(@Nullable String tag, boolean plain, String text) {
        JsonNode meant = meaning(tag, plain, text);
        if (meant == null || meant.isNull() || meant.isBigInteger()) {
            return null;
        }
        return meant instanceof DoubleNode number ? GoNumber.key(number.doubleValue()) : meant.asText();
    }

    /** A float is a {@link DoubleNode}, an integer beyond 63 bits a {@link BigIntegerNode}. */
    private static @Nullable JsonNode meaning(@Nullable String tag, boolean plain, String text) {
        if (tag == null || tag.equals("?")) {
            return plain ? plain(text) : TextNode.valueOf(text);
        }
        if (tag.equals("!")) {
            return plain(text);
        }
        return tag.startsWith(TAG) ? tagged(tag.substring(TAG.length()), text) : TextNode.valueOf(text);
    }

    /** The tag must match the text, but a float may be written as an integer. */
    private static @Nullable JsonNode tagged(String type, String text) {
        JsonNode meant = plain(text);
        return switch (type) {
            case "int" -> meant.isIntegralNumber() ? meant : null;
            case "float" -> meant.isLong() ? DoubleNode.valueOf(meant.doubleValue()) : meant.isDouble() ? meant : null;
            case "bool" -> meant.isBoolean() ? meant : null;
            case "null" -> meant.isNull() || text.isEmpty() ? NullNode.getInstance() : null;
            case "binary" -> Base64Text.isValid(text) ? TextNode.valueOf(utf8(text)) : null;
            default -> TextNode.valueOf(text);
        };
    }

    private static String utf8(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static JsonNode plain(String text) {
        if (text.length() <= 5) {
            JsonNode word = WORDS.get(text);
            if (word != null) {
                return word;
            }
        }
        char first = text.charAt(0);
        boolean numeric = (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
        if (!numeric) {
            return TextNode.valueOf(text);
        }
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        JsonNode number = first == '.' || digits.length() > LONGEST_INTEGER ? null : integer(digits);
        if (number == null) {
            number = decimal(first == '.' ? text : digits);
        }
        return number == null ? TextNode.valueOf(text) : number;
    }

    /** Returns an integer as {@code strconv.ParseInt(text, 0, 64)} reads it, or null. */
    private static @Nullable JsonNode integer(String text) {
        boolean negative = text.startsWith("-");
        String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = 10;
        String digits = unsigned;
        if (unsigned.length() > 1 && unsigned.charAt(0) == '0') {
            char base = Character.toLowerCase(unsigned.charAt(1));
            radix = base == 'x' ? 16 : base == 'b' ? 2 : 8;
            digits = unsigned.substring(base == 'x' || base == 'b' || base == 'o' ? 2 : 1);
        }
        if (digits.isEmpty()) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(digits, radix);
        return whole(negative ? value.negate() : value);
    }

    private static @Nullable JsonNode whole(BigInteger value) {
        if (value.bitLength() < 64) {
            return LongNode.valueOf(value.longValue());
        }
        boolean fits = value.compareTo(INT64_MIN) >= 0 && value.compareTo(UINT64_MAX) <= 0;
        return fits ? BigIntegerNode.valueOf(value) : null;
    }

    private static @Nullable JsonNode decimal(String text) {
        if (!isDecimal(text)) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : DoubleNode.valueOf(value);
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    private static boolean isDecimal(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int whole = digits(text, at);
        at += whole;
        int fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            fraction = digits(text, at + 1);
            at += 1 + fraction;
        }
        if (whole == 0 && fraction == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int exponent = digits(text, at);
            if (exponent == 0) {
                return false;
            }
            at += exponent;
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
