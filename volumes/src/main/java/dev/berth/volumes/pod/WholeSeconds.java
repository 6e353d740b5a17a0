package dev.berth.volumes.pod;

import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A duration that the API expects as a whole number of seconds within a range. */
final class WholeSeconds {

    private WholeSeconds() {}

    static Duration require(String what, Duration duration, Duration shortest, Duration longest) {
        if (!duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))
                || duration.compareTo(shortest) < 0
                || duration.compareTo(longest) > 0) {
            throw InvalidValueException.of(
                    what,
                    duration,
                    "must be a whole number of seconds between " + shortest.toSeconds() + " and "
                            + longest.toSeconds());
        }
        return duration;
    }
}
