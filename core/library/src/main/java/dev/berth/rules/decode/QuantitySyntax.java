package dev.berth.rules.decode;

import java.util.Set;

/** The text form of a resource quantity, as {@code ParseQuantity} takes it. */
final class QuantitySyntax {
    private static final Set<String> SUFFIXES =
            Set.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private QuantitySyntax() {}

    static boolean isValid(String text) {
        int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int start = at;
        boolean point = false;
        int digits = 0;
        while (at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            if (text.charAt(at) == '.') {
                point = true;
            } else {
                digits++;
            }
            at++;
        }
        if (at == start || digits == 0) {
            return false;
        }
        String suffix = text.substring(at);
        return SUFFIXES.contains(suffix) || isExponent(suffix);
    }

    private static boolean isExponent(String suffix) {
        if (suffix.length() < 2 || (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E')) {
            return false;
        }
        int at = suffix.charAt(1) == '-' || suffix.charAt(1) == '+' ? 2 : 1;
        int digits = suffix.length() - at;
        return digits >= 1 && digits <= 9 && suffix.substring(at).chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
