package dev.berth.rules.written;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** A map of a text that knows its own line and the line of each key, counted from 1 within the document. */
@SuppressWarnings("unchecked") // of Jackson, which narrows deepCopy() so
public final class WrittenObject extends ObjectNode {
    private static final long serialVersionUID = 1L;

    private final int line;
    /** Most maps have few keys. */
    private String[] keys = new String[4];

    private int[] lines = new int[4];
    private int known;

    public WrittenObject(int line) {
        super(JsonNodeFactory.instance);
        this.line = line;
    }

    /** Returns the line where the map begins. */
    public int line() {
        return line;
    }

    /** Records the line of a key. */
    public void standsAt(String key, int keyLine) {
        if (known == keys.length) {
            keys = Arrays.copyOf(keys, 2 * known);
            lines = Arrays.copyOf(lines, 2 * known);
        }
        keys[known] = key;
        lines[known++] = keyLine;
    }

    /** Returns whether the key is in the text; one that came from elsewhere is not. */
    public boolean isWritten(String key) {
        for (int i = 0; i < known; i++) {
            if (keys[i].equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the line of a key that was probably the n-th to be added. */
    public int lineOf(String key, int n) {
        return n < known && keys[n].equals(key) ? lines[n] : lineOf(key);
    }

    /** Returns the line of a key, or of the map if the key came from elsewhere. */
    public int lineOf(String key) {
        for (int i = 0; i < known; i++) {
            if (keys[i].equals(key)) {
                return lines[i];
            }
        }
        return line;
    }

    /** Returns the longest key that the path starts with; empty if there is none. */
    public String keyAtStartOf(String path) {
        String longest = "";
        for (int i = 0; i < known; i++) {
            String key = keys[i];
            boolean begins = path.startsWith(key)
                    && (path.length() == key.length() || ".[".indexOf(path.charAt(key.length())) >= 0);
            if (begins && key.length() > longest.length()) {
                longest = key;
            }
        }
        return longest;
    }
}
