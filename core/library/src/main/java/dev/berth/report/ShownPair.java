package dev.berth.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two values of a field, cut to where they differ: of texts the lines that change, of long values what follows the part
 * that they share.
 *
 * @param from what was, in one line; null for nothing
 * @param to what will be, in one line; null for nothing
 */
record ShownPair(@Nullable String from, @Nullable String to) {
    private static final int LONGEST = 120;
    private static final int AROUND = 20;

    static ShownPair of(@Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return new ShownPair(line(from), line(to));
        }
        if (from.contains("\n") || to.contains("\n")) {
            return lines(from.lines().toList(), to.lines().toList());
        }
        int shared = 0;
        while (shared < Math.min(from.length(), to.length()) && from.charAt(shared) == to.charAt(shared)) {
            shared++;
        }
        boolean cut = Math.max(from.length(), to.length()) > LONGEST && shared > 2 * AROUND;
        String start = cut ? "…" : "";
        int at = cut ? boundary(from, shared - AROUND) : 0;
        return new ShownPair(line(start + from.substring(at)), line(start + to.substring(at)));
    }

    /** Never within a pair of surrogates. */
    private static int boundary(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static ShownPair lines(List<String> from, List<String> to) {
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            old.addAll(delta.getSource().getLines());
            now.addAll(delta.getTarget().getLines());
        }
        return new ShownPair(
                old.isEmpty() ? null : line(String.join("\n", old)),
                now.isEmpty() ? null : line(String.join("\n", now)));
    }

    private static @Nullable String line(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String line = value.replace("\r", "").replace("\n", "⏎");
        return line.length() <= LONGEST ? line : line.substring(0, boundary(line, LONGEST - 1)) + "…";
    }
}
