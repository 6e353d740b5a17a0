package dev.berth.rules.workload;

import java.util.List;

/** A duration in Go's syntax, such as {@code 1h30m}. Mirrors {@code time.ParseDuration}. */
final class GoDuration {
    private static final List<String> UNITS = List.of("ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h");

    private GoDuration() {}

    static boolean isValid(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.substring(at).equals("0")) {
            return true;
        }
        boolean any = false;
        while (at < text.length()) {
            int start = at;
            int digits = 0;
            while (at < text.length() && isNumeric(text.charAt(at))) {
                digits += text.charAt(at) == '.' ? 0 : 1;
                at++;
            }
            if (digits == 0
                    || text.substring(start, at).chars().filter(c -> c == '.').count() > 1) {
                return false;
            }
            int unit = at;
            while (at < text.length() && !isNumeric(text.charAt(at))) {
                at++;
            }
            if (!UNITS.contains(text.substring(unit, at))) {
                return false;
            }
            any = true;
        }
        return any;
    }

    private static boolean isNumeric(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}
