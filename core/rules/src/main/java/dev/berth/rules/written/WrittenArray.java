package dev.berth.rules.written;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;

/** A list of a text that knows the line of each element, counted from 1 within the document. */
@SuppressWarnings("unchecked") // of Jackson, which narrows deepCopy() so
public final class WrittenArray extends ArrayNode {
    private static final long serialVersionUID = 1L;

    private int[] lines = new int[4];

    public WrittenArray() {
        super(JsonNodeFactory.instance);
    }

    /** Records the line of the element that is added next. */
    public void nextStandsAt(int line) {
        if (size() == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size());
        }
        lines[size()] = line;
    }

    public int lineOf(int index) {
        return lines[index];
    }
}
