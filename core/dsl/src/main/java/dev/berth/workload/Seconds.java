package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durations that Kubernetes expects as a whole number of seconds. */
final class Seconds {

    private Seconds() {}

    static int of(String what, Duration duration, int least) {
        if (duration.getNano() != 0 || duration.getSeconds() > Integer.MAX_VALUE) {
            throw InvalidValueException.of(what, duration, "must be a whole number of seconds, below 2^31");
        }
        if (duration.getSeconds() < least) {
            throw InvalidValueException.of(what, duration, "must be at least " + least + " s");
        }
        return (int) duration.getSeconds();
    }

    /** The seconds of a duration that was already checked. */
    static @Nullable Integer toModel(Optional<Duration> duration) {
        return duration.map(value -> Math.toIntExact(value.toSeconds())).orElse(null);
    }
}
