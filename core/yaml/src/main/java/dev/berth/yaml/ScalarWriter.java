package dev.berth.yaml;

/**
 * Chooses the form of a scalar: plain where that is safe, a literal block for several lines, otherwise double quotes.
 */
final class ScalarWriter {

    private ScalarWriter() {}

    /** Writes a string; a literal block is indented by this many spaces. */
    static void text(Utf8Buffer out, String text, int indent) {
        if (PlainScalar.write(out, text)) {
            return;
        }
        if (text.indexOf('\n') >= 0 && LiteralBlock.write(out, text, indent)) {
            return;
        }
        QuotedScalar.write(out, text);
    }

    /** Writes a key, always on one line, without its colon. */
    static void key(Utf8Buffer out, String key) {
        if (!PlainScalar.write(out, key)) {
            QuotedScalar.write(out, key);
        }
    }

    /**
     * Writes permissions in decimal, which every reader understands in the same way, with the octal form in a comment.
     */
    static void mode(Utf8Buffer out, Integer mode) {
        NumberText.write(out, mode);
        if (mode >= 0 && mode <= 07777) {
            out.putAscii(" # 0" + Integer.toOctalString(mode));
        }
    }
}
