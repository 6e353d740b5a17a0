package dev.berth.yaml;

import java.util.Arrays;

/** Writes a comment on its own lines, each with its own {@code #}, so that no text can become YAML. */
final class CommentLines {

    private CommentLines() {}

    /** Writes the lines at an indent, each with a line break. */
    static void write(Utf8Buffer out, String text, int indent) {
        text.lines().forEach(line -> {
            out.spaces(indent);
            out.put('#');
            String shown = line.stripTrailing();
            if (!shown.isEmpty()) {
                out.put(' ');
                checked(shown);
                out.putUtf8(shown);
            }
            out.put('\n');
        });
    }

    /** Writes the lines above the current line, at its indent. */
    static void insertAbove(Utf8Buffer out, String text) {
        byte[] started = out.takeLine();
        int indent = 0;
        while (indent < started.length && started[indent] == ' ') {
            indent++;
        }
        write(out, text, indent);
        out.put(Arrays.copyOf(started, started.length));
    }

    private static void checked(String line) {
        line.codePoints().forEach(point -> {
            if (!Characters.isExact(point)) {
                throw new UnwritableValueException("the comment \"" + line + "\" contains the character U+"
                        + Integer.toHexString(point) + ", which a comment cannot contain: remove it");
            }
        });
    }
}
