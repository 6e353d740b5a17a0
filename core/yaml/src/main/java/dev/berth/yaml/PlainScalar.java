package dev.berth.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * A string without quotes, written only if YAML 1.1 and YAML 1.2 readers both read it as that string.
 *
 * <p>Sources: YAML 1.1 type repository (bool, float, int, merge, null, timestamp, value), YAML 1.2.2 chapter 10 (core
 * schema), production {@code ns-plain}. Where readers accept more than the types (signs, underscores, commas, letter
 * case), the more generous one decides.
 */
final class PlainScalar {

    private static final int LONGEST_WORD = 5;

    /** Words that some reader reads as a boolean, a null, a merge key or a number, in lower case. */
    private static final Set<String> WORDS = Set.of(
            ("y n yes no true false on off null ~ = << +inf -inf" + " +nan -nan .inf +.inf -.inf .nan +.nan -.nan")
                    .split(" "));

    private PlainScalar() {}

    /** Writes the string as a plain scalar and returns true, or writes nothing and returns false. */
    static boolean write(Utf8Buffer out, String text) {
        int length = text.length();
        if (length == 0) {
            return false;
        }
        out.ensure(length);
        byte[] bytes = out.bytes;
        int start = out.size;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return writeWide(out, text);
            }
            int flags = Characters.ascii(c);
            seen |= flags;
            if ((flags & Characters.BREAKS_PLAIN) != 0) {
                return false;
            }
            bytes[start + i] = (byte) c;
        }
        if (((seen & Characters.DEPENDS) != 0 && !isSafeInside(text)) || !isSafeStart(text)) {
            return false;
        }
        out.size = start + length;
        return true;
    }

    private static boolean writeWide(Utf8Buffer out, String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (!Characters.isVisible(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        if (!isSafeInside(text) || !isSafeStart(text)) {
            return false;
        }
        out.putUtf8(text);
        return true;
    }

    private static boolean isSafeInside(String text) {
        int last = text.length() - 1;
        if (text.charAt(last) == ' ' || text.charAt(last) == ':') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char c = text.charAt(i);
            if ((c == ':' && text.charAt(i + 1) == ' ') || (c == ' ' && text.charAt(i + 1) == '#')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafeStart(String text) {
        char first = text.charAt(0);
        int flags = first < 128 ? Characters.ascii(first) : 0;
        return (flags & Characters.INDICATOR) == 0
                && ((flags & Characters.STARTS_NUMBER) == 0 || !mayBeMore(text))
                && ((first | 0x20) != 'e' || !isBareExponent(text))
                && (text.length() > LONGEST_WORD || !WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns whether a string that starts with a digit, a sign or a dot may be a number, a date, a list item or a
     * document marker.
     */
    private static boolean mayBeMore(String text) {
        if (text.startsWith("- ") || text.startsWith("---") || text.startsWith("...")) {
            return true;
        }
        char first = text.charAt(0);
        if ((first == '-' || first == '+') && text.length() > 1 && startsWord(text, 1)) {
            return false;
        }
        if (first == '-' && text.length() > 2 && text.charAt(1) == '-' && startsWord(text, 2)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isOfNumber(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether it is like {@code e5}: a float without digits before the exponent, which the {@code yaml} package
     * of JavaScript accepts in its 1.1 mode.
     */
    private static boolean isBareExponent(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '_' && c != '+' && c != '-') {
                return false;
            }
        }
        return text.length() > 1;
    }

    private static boolean startsWord(String text, int at) {
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /**
     * Returns whether the character is part of a decimal, octal, binary, hexadecimal, sexagesimal, grouped or
     * exponential number, or of a date with a time and a zone.
     */
    private static boolean isOfNumber(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'f')
                || (c >= 'A' && c <= 'F')
                || " +-._:,oOxXtTzZ".indexOf(c) >= 0;
    }
}
