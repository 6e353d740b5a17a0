package dev.berth.rules.decode;

/** Shortens text of a document for a message: one line, and not too long. */
final class Shortened {
    private static final int LONGEST = 80;

    private Shortened() {}

    static String quoted(String text) {
        String line = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...") + '"';
    }
}
