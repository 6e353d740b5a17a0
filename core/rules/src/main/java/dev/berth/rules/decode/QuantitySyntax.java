package dev.berth.rules.decode;

import java.util.Set;

/** The text form of a resource quantity, as {@code ParseQuantity} accepts it. */
final class QuantitySyntax {
    private static final Set<String> SUFFIXES =
            Set.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private QuantitySyntax() {}

    /** Returns whether the string is a quantity; one without any digit is 0. */
    static boolean isValid(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String suffix = text.substring(numberEnd(text));
        return SUFFIXES.contains(suffix) || isExponent(suffix);
    }

    /** Returns whether a digit precedes the suffix. */
    static boolean hasDigits(String text) {
        for (int i = 0; i < numberEnd(text); i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int numberEnd(String text) {
        int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            point |= text.charAt(at) == '.';
            at++;
        }
        return at;
    }

    /** Returns whether the suffix is an exponent that fits into 64 bits. */
    private static boolean isExponent(String suffix) {
        if (suffix.length() < 2 || (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E')) {
            return false;
        }
        int at = suffix.charAt(1) == '-' || suffix.charAt(1) == '+' ? 2 : 1;
        int digits = suffix.length() - at;
        return digits >= 1 && digits <= 18 && suffix.substring(at).chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
