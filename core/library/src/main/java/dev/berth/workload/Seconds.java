package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.time.Duration;

/** Durations that Kubernetes takes as a whole number of seconds. */
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
}
