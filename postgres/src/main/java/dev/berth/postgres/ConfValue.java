package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Values in the notation of PostgreSQL's files. Source: PostgreSQL 17, {@code src/backend/utils/misc/guc-file.l}. */
final class ConfValue {

    private ConfValue() {}

    /**
     * Quotes everything except booleans and numbers, with or without a unit.
     *
     * @throws InvalidValueException if the value has several lines
     */
    static String quoted(String what, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValueException.of(what, value, "must be one line");
        }
        boolean plain = value.matches("-?[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|TB|us|ms|s|min|h|d)?")
                || Set.of("on", "off").contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Returns what {@link #quoted} was given. */
    static String unquoted(String written) {
        return written.startsWith("'")
                ? written.substring(1, written.length() - 1).replace("''", "'").replace("\\\\", "\\")
                : written;
    }

    /** A duration in the largest unit that states it exactly; milliseconds are the smallest. */
    static String of(Duration time) {
        long millis = time.toMillis();
        if (millis == 0) {
            return "0";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "min";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
