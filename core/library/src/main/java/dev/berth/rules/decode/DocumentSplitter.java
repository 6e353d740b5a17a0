package dev.berth.rules.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into documents at the lines that kubectl splits at: {@code ---}, followed by nothing but a comment.
 *
 * <p>Mirrors {@code YAMLReader.Read} in {@code staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go}. A document
 * that is no YAML so keeps nobody from reading those after it.
 */
final class DocumentSplitter {
    private static final String SEPARATOR = "---";

    private DocumentSplitter() {}

    /** The documents; together they are the text, and each but the first begins with its separator. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            if (line > start && isSeparator(text, line, next)) {
                parts.add(text.substring(start, line));
                start = line;
            }
            line = next;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean isSeparator(String text, int from, int to) {
        if (!text.startsWith(SEPARATOR, from)) {
            return false;
        }
        for (int i = from + SEPARATOR.length(); i < to; i++) {
            char c = text.charAt(i);
            if (c == '#') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return false;
            }
        }
        return true;
    }

    /** How many lines end within the text. */
    static int linesOf(String text) {
        int lines = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
