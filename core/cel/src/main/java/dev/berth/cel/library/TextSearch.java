package dev.berth.cel.library;

import dev.berth.cel.value.RuleError;
import java.util.ArrayList;
import java.util.List;

/** Positions and parts of strings, as Go finds them. */
final class TextSearch {
    private TextSearch() {}

    static long indexOf(String text, String part, long offset) {
        if (part.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            throw new RuleError("index out of range: " + offset);
        }
        int[] whole = text.codePoints().toArray();
        int[] sought = part.codePoints().toArray();
        for (long i = offset; i + sought.length <= whole.length; i++) {
            if (isAt(whole, sought, (int) i)) {
                return i;
            }
        }
        return -1;
    }

    static long lastIndexOf(String text, String part) {
        int length = text.codePointCount(0, text.length());
        if (part.isEmpty()) {
            return length;
        }
        return length == 0 ? -1 : lastIndexOf(text, part, length - 1L);
    }

    static long lastIndexOf(String text, String part, long offset) {
        if (part.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            throw new RuleError("index out of range: " + offset);
        }
        int[] whole = text.codePoints().toArray();
        int[] sought = part.codePoints().toArray();
        if (offset >= whole.length) {
            return -1;
        }
        for (int i = (int) Math.min(offset, whole.length - sought.length); i >= 0; i--) {
            if (isAt(whole, sought, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(int[] whole, int[] sought, int position) {
        for (int i = 0; i < sought.length; i++) {
            if (whole[position + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text with at most this many replacements; with all of them if the limit is negative. */
    static String replace(String text, String part, String replacement, long limit) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (long count = 0; limit < 0 || count < limit; count++) {
            int found;
            if (part.isEmpty()) {
                found = count == 0 ? 0 : at < text.length() ? text.offsetByCodePoints(at, 1) : -1;
            } else {
                found = text.indexOf(part, at);
            }
            if (found < 0) {
                break;
            }
            replaced.append(text, at, found).append(replacement);
            at = found + part.length();
        }
        return replaced.append(text, at, text.length()).toString();
    }

    /** Returns at most this many parts, of which the last is the rest; all parts if the limit is negative. */
    static List<String> split(String text, String separator, long limit) {
        List<String> parts = new ArrayList<>();
        if (limit == 0 || (separator.isEmpty() && text.isEmpty())) {
            return parts;
        }
        int at = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int end = separator.isEmpty() ? text.offsetByCodePoints(at, 1) : text.indexOf(separator, at);
            if (end < 0 || (separator.isEmpty() && end == text.length())) {
                break;
            }
            parts.add(text.substring(at, end));
            at = end + separator.length();
        }
        parts.add(text.substring(at));
        return parts;
    }
}
