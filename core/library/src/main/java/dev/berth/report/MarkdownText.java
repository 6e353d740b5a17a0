package dev.berth.report;

import dev.berth.object.ObjectId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of a tree in Markdown, so that none of them is taken for markup, a mention or a column. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Running text. */
    public static String words(String text) {
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

    /** A value of one line in a cell of a table; a dash for none. */
    public static String cell(@Nullable String value) {
        return value == null ? "–" : code(value).replace("|", "\\|");
    }

    /** An object, its name and namespace in the style of code. */
    public static String object(ObjectId object) {
        return words(object.kind()) + " " + code(object.name())
                + (object.namespace().isEmpty() ? "" : " in " + code(object.namespace()));
    }

    /** Names in a row, in the style of code. */
    static String codes(List<String> names) {
        return names.stream().map(MarkdownText::code).collect(Collectors.joining(", "));
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
