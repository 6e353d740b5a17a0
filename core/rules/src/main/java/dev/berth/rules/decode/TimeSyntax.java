package dev.berth.rules.decode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** The text form of a time, as {@code time.Parse} accepts it with the layout RFC 3339. */
final class TimeSyntax {
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.,][0-9]+)?(Z|[+-]([01][0-9]|2[0-4]):[0-5][0-9])");
    private static final int SECONDS_END = "2026-01-31T12:00:00".length();

    private TimeSyntax() {}

    static boolean isValid(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(text.substring(0, SECONDS_END));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
