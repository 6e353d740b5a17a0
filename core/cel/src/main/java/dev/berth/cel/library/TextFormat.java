package dev.berth.cel.library;

import com.google.common.primitives.UnsignedLong;
import dev.berth.cel.value.RuleError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** The function {@code format}. Mirrors {@code ext/formatting.go} of {@code cel-go}, with the locale {@code en_US}. */
final class TextFormat {
    private static final int PRECISION = 6;

    private final List<?> arguments;
    private int next;

    TextFormat(List<?> arguments) {
        this.arguments = arguments;
    }

    /**
     * Returns the template with its clauses replaced by the arguments.
     *
     * @throws RuleError if a clause is unknown, or does not fit its argument
     */
    String format(String template) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            if (i + 1 >= template.length()) {
                throw new RuleError("unexpected end of string");
            }
            if (template.charAt(i + 1) == '%') {
                text.append('%');
                i++;
                continue;
            }
            int verb = endOfPrecision(template, i + 1);
            text.append(clause(template.substring(i + 1, verb), template.charAt(verb)));
            i = verb;
        }
        return text.toString();
    }

    private static int endOfPrecision(String template, int start) {
        int at = start;
        if (at < template.length() && template.charAt(at) == '.') {
            at++;
            while (at < template.length() && template.charAt(at) >= '0' && template.charAt(at) <= '9') {
                at++;
            }
        }
        if (at >= template.length()) {
            throw new RuleError("could not find end of precision specifier");
        }
        return at;
    }

    private String clause(String precision, char verb) {
        if (next >= arguments.size()) {
            throw new RuleError("index " + next + " out of range");
        }
        Object argument = arguments.get(next++);
        int digits = precision.length() < 2 ? PRECISION : Integer.parseInt(precision.substring(1));
        return switch (verb) {
            case 's' -> ValueText.of(argument);
            case 'd' -> decimal(argument);
            case 'f' -> fixed(argument, digits);
            case 'e' -> scientific(argument, digits);
            case 'b' -> argument instanceof Boolean truth ? (truth ? "1" : "0") : radix(argument, 2);
            case 'o' -> radix(argument, 8);
            case 'x' -> hex(argument);
            case 'X' -> hex(argument).toUpperCase(Locale.ROOT);
            default -> throw new RuleError("unrecognized formatting clause \"" + verb + "\"");
        };
    }

    private static String decimal(Object argument) {
        if (argument instanceof Long || argument instanceof UnsignedLong) {
            return argument.toString();
        }
        throw new RuleError("decimal clause can only be used on integers");
    }

    private static double real(Object argument) {
        if (argument instanceof Double real) {
            return real;
        }
        if (argument instanceof String text
                && List.of("NaN", "Infinity", "-Infinity").contains(text)) {
            return Double.parseDouble(text);
        }
        throw new RuleError("fixed-point and scientific clauses can only be used on doubles");
    }

    private static String fixed(Object argument, int digits) {
        double real = real(argument);
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            return infinite(real);
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", rounded(real, digits));
        return isNegativeZero(real) && !text.startsWith("-") ? "-" + text : text;
    }

    /** Go rounds half to even, on the exact value of the double. */
    private static BigDecimal rounded(double real, int digits) {
        return new BigDecimal(real).setScale(digits, RoundingMode.HALF_EVEN);
    }

    private static boolean isNegativeZero(double real) {
        return Double.doubleToRawLongBits(real) == Long.MIN_VALUE;
    }

    private static String infinite(double real) {
        return Double.isNaN(real) ? "NaN" : real > 0 ? "\u221e" : "-\u221e";
    }

    private static String scientific(Object argument, int digits) {
        double real = real(argument);
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            return infinite(real);
        }
        String text = String.format(Locale.ROOT, "%." + digits + "e", real);
        int e = text.indexOf('e');
        return text.substring(0, e) + "\u00d710" + superscript(text.substring(e + 1));
    }

    private static String superscript(String exponent) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < exponent.length(); i++) {
            char c = exponent.charAt(i);
            if (c == '-') {
                text.append('\u207b');
            } else if (c != '+') {
                text.append("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
            }
        }
        return text.toString();
    }

    private static String radix(Object argument, int radix) {
        if (argument instanceof Long number) {
            return Long.toString(number, radix);
        }
        if (argument instanceof UnsignedLong number) {
            return number.toString(radix);
        }
        throw new RuleError("only integers can be formatted in another base");
    }

    private static String hex(Object argument) {
        byte[] bytes = ValueText.bytes(argument);
        if (bytes == null) {
            return radix(argument, 16);
        }
        StringBuilder text = new StringBuilder();
        for (byte part : bytes) {
            text.append(Character.forDigit((part >> 4) & 0xf, 16)).append(Character.forDigit(part & 0xf, 16));
        }
        return text.toString();
    }

    /** Returns the string in double quotes, with the escape sequences of CEL. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
            if (escape >= 0) {
                quoted.append('\\').append("abfnrtv\\\"".charAt(escape));
            } else {
                quoted.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
            }
        });
        return quoted.append('"').toString();
    }
}
