package dev.berth.yaml;

/**
 * A double-quoted string on one line, with the escapes that YAML 1.1, YAML 1.2 and JSON share, and for other characters
 * the eight-digit escape of YAML.
 */
final class QuotedScalar {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private QuotedScalar() {}

    /**
     * Writes the string.
     *
     * @throws UnwritableValueException if it contains an unpaired surrogate, which is not a character and has no form
     *     in UTF-8
     */
    static void write(Utf8Buffer out, String text) {
        int length = text.length();
        out.ensure(length + 2);
        out.put('"');
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                if ((Characters.ascii(c) & Characters.ESCAPED) == 0) {
                    out.put(c);
                } else {
                    escape(out, c);
                }
            } else {
                int point = text.codePointAt(i);
                if (Characters.isSurrogate(point)) {
                    throw UnwritableValueException.loneSurrogate(c, i);
                }
                i += Character.charCount(point) - 1;
                if (Characters.isVisible(point)) {
                    out.putCodePoint(point);
                } else if (point < 0x10000) {
                    hex(out, 'u', point, 4);
                } else {
                    hex(out, 'U', point, 8);
                }
            }
        }
        out.put('"');
    }

    private static void escape(Utf8Buffer out, char c) {
        switch (c) {
            case '"', '\\' -> shortForm(out, c);
            case '\n' -> shortForm(out, 'n');
            case '\t' -> shortForm(out, 't');
            case '\r' -> shortForm(out, 'r');
            default -> hex(out, 'u', c, 4);
        }
    }

    private static void shortForm(Utf8Buffer out, char letter) {
        out.put('\\');
        out.put(letter);
    }

    private static void hex(Utf8Buffer out, char letter, int point, int digits) {
        shortForm(out, letter);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.put((char) HEX[(point >> shift) & 0xF]);
        }
    }
}
