package dev.berth.rules.written;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds the line of a field path in the tree of a text. */
public final class WrittenLines {
    private WrittenLines() {}

    /**
     * Returns the line of the field, or of its nearest parent in the text; 1 for a tree that does not come from a text.
     */
    public static int of(@Nullable JsonNode tree, String field) {
        return tree instanceof WrittenObject object ? find(object, field) : 1;
    }

    private static int find(WrittenObject root, String field) {
        JsonNode node = root;
        String path = field;
        int line = root.line();
        while (!path.isEmpty()) {
            int close = path.startsWith("[") ? path.indexOf(']') : -1;
            if (node instanceof WrittenArray list) {
                int index = close < 0 ? -1 : index(path.substring(1, close));
                if (index < 0 || index >= list.size()) {
                    return line;
                }
                line = list.lineOf(index);
                node = list.get(index);
                path = rest(path, close + 1);
            } else if (node instanceof WrittenObject object) {
                // A subscript is a whole key; a key without one is as long as possible, because it may contain dots.
                String key = close < 0 ? object.keyAtStartOf(path) : path.substring(1, close);
                if (!object.has(key) || (close < 0 && key.isEmpty())) {
                    return line;
                }
                line = object.lineOf(key);
                node = object.get(key);
                path = rest(path, close < 0 ? key.length() : close + 1);
            } else {
                return line;
            }
        }
        return line;
    }

    private static String rest(String path, int from) {
        return path.startsWith(".", from) ? path.substring(from + 1) : path.substring(from);
    }

    private static int index(String step) {
        if (step.isEmpty() || step.length() > 8) {
            return -1;
        }
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(step);
    }
}
