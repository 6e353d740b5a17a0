package dev.berth.yaml;

/**
 * Which characters may be in a YAML stream unescaped, by fixed ranges, so that every JVM decides alike regardless of
 * its Unicode version.
 *
 * <p>Source: YAML 1.1 and 1.2.2, production {@code c-printable}; YAML 1.1, production {@code b-char} for the line
 * breaks that 1.2 no longer has.
 */
public final class Characters {

    /** Not allowed in a plain scalar: a control character or a tab. */
    static final byte BREAKS_PLAIN = 1;

    /** Allowed in a plain scalar except in certain places: colon, number sign, space. */
    static final byte DEPENDS = 2;

    /** Not allowed at the start of a plain scalar: an indicator of YAML. */
    static final byte INDICATOR = 4;

    /** May start a plain scalar that is read as a number, a date or infinity. */
    static final byte STARTS_NUMBER = 8;

    /** Must be escaped between double quotes. */
    static final byte ESCAPED = 16;

    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 0; c < ' '; c++) {
            ASCII[c] = BREAKS_PLAIN | ESCAPED | INDICATOR;
        }
        ASCII[0x7F] = BREAKS_PLAIN | ESCAPED | INDICATOR;
        ASCII['\t'] = BREAKS_PLAIN | ESCAPED | INDICATOR;
        ASCII['\n'] = BREAKS_PLAIN | ESCAPED | INDICATOR;
        for (char c : "?,[]{}&*!|>'%@`".toCharArray()) {
            ASCII[c] |= INDICATOR;
        }
        for (char c : ":# ".toCharArray()) {
            ASCII[c] |= DEPENDS | INDICATOR;
        }
        ASCII['"'] = INDICATOR | ESCAPED;
        ASCII['\\'] = INDICATOR | ESCAPED;
        for (char c : "+-.0123456789".toCharArray()) {
            ASCII[c] |= STARTS_NUMBER;
        }
    }

    private Characters() {}

    /** Returns the flags of a character below 128. */
    public static int ascii(char c) {
        return ASCII[c];
    }

    /**
     * Returns whether every YAML reader reads the character as it is, and none as a line break or a byte order mark.
     */
    public static boolean isExact(int point) {
        if (point < 0xA0) {
            return (point >= ' ' && point < 0x7F) || point == '\t';
        }
        return !isSurrogate(point)
                && point != 0x2028
                && point != 0x2029
                && point != 0xFEFF
                && point != 0xFFFE
                && point != 0xFFFF;
    }

    /**
     * Returns whether a reviewer sees the character. Characters that are blank, have no width or change the text
     * direction are written as an escape, so that nothing is hidden in a value.
     */
    public static boolean isVisible(int point) {
        if (point < 0x7F) {
            return point >= ' ';
        }
        return point > 0xA0
                && point != 0xAD
                && point != 0x34F
                && point != 0x61C
                && !in(point, 0x115F, 0x1160)
                && point != 0x1680
                && !in(point, 0x17B4, 0x17B5)
                && !in(point, 0x180B, 0x180F)
                && !in(point, 0x2000, 0x200F)
                && !in(point, 0x2028, 0x202F)
                && !in(point, 0x205F, 0x206F)
                && point != 0x2800
                && point != 0x3000
                && point != 0x3164
                && !in(point, 0xD800, 0xF8FF)
                && !in(point, 0xFE00, 0xFE0F)
                && point != 0xFEFF
                && point != 0xFFA0
                && !in(point, 0xFFF0, 0xFFFF)
                && (point & 0xFFFE) != 0xFFFE
                && point < 0xE0000;
    }

    /** Returns whether a code point is a surrogate. */
    public static boolean isSurrogate(int point) {
        return in(point, 0xD800, 0xDFFF);
    }

    private static boolean in(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
