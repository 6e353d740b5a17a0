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
        return tree instanceof WrittenObject object ? find(object, field, object.line()) : 1;
    }

    private static int find(@Nullable JsonNode node, String path, int around) {
        int close = path.startsWith("[") ? path.indexOf(']') : -1;
        String step = close < 0 ? path : path.substring(1, close);
        if (node instanceof WrittenArray list) {
            int index = close < 0 ? -1 : index(step);
            return index < 0 || index >= list.size()
                    ? around
                    : find(list.get(index), rest(path, close + 1), list.lineOf(index));
        }
        if (node instanceof WrittenObject object && !path.isEmpty()) {
            // A subscript is a whole key; a key without one is as long as possible, because it may contain dots.
            String key = close < 0 ? object.keyAtStartOf(path) : step;
            if (object.has(key) && !(close < 0 && key.isEmpty())) {
                return find(object.get(key), rest(path, close < 0 ? key.length() : close + 1), object.lineOf(key));
            }
        }
        return around;
    }

    private static String rest(String path, int from) {
        return path.startsWith(".", from) ? path.substring(from + 1) : path.substring(from);
    }

    private static int index(String step) {
        boolean digits = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(step) : -1;
    }
}
