package dev.berth.custom;

import dev.berth.value.InvalidValueException;
import java.time.Duration;

/**
 * Durations as controllers that are written in Go read them, such as {@code 2160h} or {@code 1h30m}. Source: Go, {@code
 * time.ParseDuration}, which knows no unit above the hour.
 */
public final class DurationText {

    private DurationText() {}

    /**
     * Checks a duration.
     *
     * @param what the field, for the message
     * @throws InvalidValueException if it is shorter, or not in whole seconds
     */
    public static void require(String what, Duration time, Duration shortest) {
        if (time.compareTo(shortest) < 0 || time.toNanosPart() != 0) {
            throw InvalidValueException.of(what, time, "must be at least " + of(shortest) + ", in whole seconds");
        }
    }

    /** Returns the duration with its hours, minutes and seconds, without those that are 0. */
    public static String of(Duration time) {
        String parts = part(time.toHours(), "h") + part(time.toMinutesPart(), "m") + part(time.toSecondsPart(), "s");
        return parts.isEmpty() ? "0s" : parts;
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
