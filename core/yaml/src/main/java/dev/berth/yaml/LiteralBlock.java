package dev.berth.yaml;

/**
 * A string of several lines as a literal block ({@code |}), with the chomping indicator ({@code |-}, {@code |+}) and
 * the indentation indicator ({@code |2}) that are needed to read it back exactly.
 *
 * <p>Source: YAML 1.2.2, chapter 8.1; the same in YAML 1.1. Readers normalize the line breaks that YAML 1.1 knows
 * besides the line feed, so a string with one of them has no exact literal form.
 */
final class LiteralBlock {

    private LiteralBlock() {}

    /**
     * Writes the string as a block indented by this many spaces and returns true, or writes nothing and returns false.
     */
    static boolean write(Utf8Buffer out, String text, int indent) {
        int start = out.size;
        boolean indicated = needsIndicator(text);
        if (indicated && endsInBlanks(text)) {
            return false;
        }
        header(out, text, indicated);
        boolean narrow = out.isNarrow(text);
        int length = text.length();
        int line = 0;
        while (line < length) {
            int end = text.indexOf('\n', line);
            if (end < 0) {
                end = length;
            }
            out.put('\n');
            if (end > line) {
                out.spaces(indent);
                if (!(narrow && out.putNarrow(text, line, end)) && !wide(out, text, line, end)) {
                    out.size = start;
                    return false;
                }
            }
            line = end + 1;
        }
        return true;
    }

    /** Returns whether a reader would read spaces at the start of the string as indentation. */
    private static boolean needsIndicator(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\n') {
            first++;
        }
        return first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t');
    }

    /**
     * Returns whether the last non-empty line is blank: after an indentation indicator, some readers drop it (the
     * {@code yaml} package of JavaScript, 2.8).
     */
    private static boolean endsInBlanks(String text) {
        int last = text.length() - 1;
        while (last >= 0 && text.charAt(last) == '\n') {
            last--;
        }
        int blank = last;
        while (blank >= 0 && (text.charAt(blank) == ' ' || text.charAt(blank) == '\t')) {
            blank--;
        }
        return blank < last && (blank < 0 || text.charAt(blank) == '\n');
    }

    private static void header(Utf8Buffer out, String text, boolean indicated) {
        out.put('|');
        if (indicated) {
            out.put('2');
        }
        if (!text.endsWith("\n")) {
            out.put('-');
        } else if (text.endsWith("\n\n") || text.length() == 1) {
            out.put('+');
        }
    }

    private static boolean wide(Utf8Buffer out, String text, int from, int to) {
        for (int i = from; i < to; ) {
            int point = text.codePointAt(i);
            if (!Characters.isExact(point)) {
                return false;
            }
            out.putCodePoint(point);
            i += Character.charCount(point);
        }
        return true;
    }
}
