package dev.berth.change.report;

import org.jspecify.annotations.Nullable;

/** Words of a tree in Markdown, so that none of them is taken for markup, a mention or a column. */
final class MarkdownText {
    private static final int LONGEST = 80;

    private MarkdownText() {}

    /** Running text. */
    static String words(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '_' -> safe.append(within(text, i) ? "_" : "\\_");
                case '\\', '`', '*', '|', '[', ']', '#', '~' ->
                    safe.append('\\').append(c);
                case '\n', '\r' -> safe.append(' ');
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Whether letters or digits stand on both sides, where an underscore is no markup. */
    private static boolean within(String text, int at) {
        return at > 0
                && at < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** A value in a cell of a table, shortened; a dash for none. */
    static String cell(@Nullable String value) {
        if (value == null) {
            return "–";
        }
        String line = value.replace("\r", "").replace("\n", "⏎");
        String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
        return code(shown).replace("|", "\\|");
    }

    /** A name or value in the style of code. */
    static String code(String value) {
        if (value.isEmpty()) {
            return "`\"\"`";
        }
        String fence = value.contains("`") ? "``" : "`";
        String space = value.startsWith("`") || value.endsWith("`") ? " " : "";
        return fence + space + value.replace("``", "` `") + space + fence;
    }
}
