package dev.berth.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of one field in one line each. Long values are cut to where they differ, so that they still look different. */
final class ShortValues {

    private static final int LONGEST = 80;
    private static final int AROUND = 10;

    private ShortValues() {}

    static List<@Nullable String> of(List<@Nullable String> values) {
        int shared = shared(values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        boolean isLong = values.stream().anyMatch(value -> value != null && value.length() > LONGEST);
        int start = isLong && shared > 2 * AROUND ? shared - AROUND : 0;
        List<@Nullable String> shown = new ArrayList<>();
        for (String value : values) {
            shown.add(value == null ? null : cut(value, start));
        }
        return shown;
    }

    private static int shared(List<String> values) {
        String first = values.get(0);
        int shared = 0;
        while (shared < first.length()) {
            char next = first.charAt(shared);
            int at = shared;
            if (!values.stream().allMatch(value -> at < value.length() && value.charAt(at) == next)) {
                break;
            }
            shared++;
        }
        return shared;
    }

    private static String cut(String value, int from) {
        int start = boundary(value, Math.min(from, value.length()));
        int end = boundary(value, Math.min(value.length(), start + LONGEST));
        String line = value.substring(start, end).replace("\r", "").replace("\n", "⏎");
        return (start > 0 ? "…" : "") + line + (end < value.length() ? "…" : "");
    }

    /** Returns an index that is not within a pair of surrogates. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
