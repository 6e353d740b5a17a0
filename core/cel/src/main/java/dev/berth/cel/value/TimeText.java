package dev.berth.cel.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as the API server reads them from strings of the formats {@code date} and {@code date-time}. */
public final class TimeText {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DATE_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):"
            + "([0-9]{2})(?:[.,]([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})?");

    private TimeText() {}

    /** Returns the first instant of a date of RFC 3339; empty if the text is not one. */
    public static Optional<Instant> parseDate(String text) {
        Matcher date = DATE.matcher(text);
        try {
            return date.matches()
                    ? Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Returns whether the text is a time of RFC 3339 with its zone, in the years that CEL knows. */
    public static boolean isTimestamp(String text) {
        Matcher time = DATE_TIME.matcher(text);
        return time.matches() && time.group(6) != null && parseDateTime(text).isPresent() && !text.startsWith("0000");
    }

    /**
     * Returns the instant of a time of RFC 3339, which may lack its zone; empty if the text is not one. Mirrors {@code
     * ParseDateTime} in {@code pkg/validation/strfmt/time.go} of {@code kube-openapi}.
     */
    public static Optional<Instant> parseDateTime(String text) {
        if (text.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        Matcher time = DATE_TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String fraction = ((time.group(5) == null ? "" : time.group(5)) + "000000000").substring(0, 9);
        String zone = time.group(6) == null ? "Z" : time.group(6);
        try {
            LocalDateTime local = LocalDate.parse(time.group(1))
                    .atTime(
                            Integer.parseInt(time.group(2)),
                            Integer.parseInt(time.group(3)),
                            Integer.parseInt(time.group(4)),
                            Integer.parseInt(fraction));
            return Optional.of(local.toInstant(ZoneOffset.UTC).minusSeconds(offset(zone)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Go accepts offsets of up to 24 hours, of which {@link ZoneOffset} allows only 18. */
    private static int offset(String zone) {
        if (zone.equals("Z")) {
            return 0;
        }
        int hours = Integer.parseInt(zone.substring(1, 3));
        int minutes = Integer.parseInt(zone.substring(4));
        if (hours > 24 || minutes > 59) {
            throw new DateTimeException(zone);
        }
        int seconds = hours * 3600 + minutes * 60;
        return zone.startsWith("-") ? -seconds : seconds;
    }
}
