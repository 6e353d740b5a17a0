package dev.berth.yaml;

/**
 * What may stand in a YAML stream as it is, by fixed ranges, so that every JVM decides alike whatever its Unicode version.
 *
 * <p>Source: YAML 1.1 and 1.2.2, production {@code c-printable}; YAML 1.1, production {@code b-char} for the line breaks
 * that 1.2 no longer has.
 */
public final class Characters {

    /** Belongs in no plain scalar: a control character or a tab. */
    static final byte BREAKS_PLAIN = 1;

    /** Belongs in a plain scalar except in certain places: colon, number sign, space. */
    static final byte DEPENDS = 2;

    /** Starts no plain scalar: an indicator of YAML. */
    static final byte INDICATOR = 4;

    /** Starts a plain scalar that may be read as a number, a date, or infinity. */
    static final byte STARTS_NUMBER = 8;

    /** Needs an escape between double quotes. */
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

    /** The flags of a character below 128. */
    public static int ascii(char c) {
        return ASCII[c];
    }

    /** Whether every YAML reader takes the character as it is and none takes it for a line break or a byte order mark. */
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
     * Whether a reviewer sees the character: what is blank, has no width, or turns the direction of the text is written as
     * an escape, so that nothing hides in a value.
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

    /** Whether a code point is half of a pair that stands alone. */
    public static boolean isSurrogate(int point) {
        return in(point, 0xD800, 0xDFFF);
    }

    private static boolean in(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
