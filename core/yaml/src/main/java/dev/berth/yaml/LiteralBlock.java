package dev.berth.yaml;

/**
 * Text of several lines as a literal block ({@code |}), with the chomping ({@code |-}, {@code |+}) and the indentation
 * indicator ({@code |2}) that it takes to read back exactly.
 *
 * <p>Source: YAML 1.2.2, chapter 8.1; the same in YAML 1.1. A line break of YAML 1.1 other than the line feed is normalised
 * by readers, so a text that holds one has no exact literal form.
 */
final class LiteralBlock {

    private LiteralBlock() {}

    /** Writes the text as a block indented by that many spaces and answers true, or writes nothing and answers false. */
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

    /** Whether a reader would take blanks at the start of the text for indentation. */
    private static boolean needsIndicator(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\n') {
            first++;
        }
        return first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t');
    }

    /**
     * Whether the last line that is not empty is blank: behind an indentation indicator some readers drop it (the
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
