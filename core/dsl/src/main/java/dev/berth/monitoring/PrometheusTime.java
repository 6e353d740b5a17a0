package dev.berth.monitoring;

import dev.berth.value.InvalidValueException;
import java.time.Duration;

/**
 * Durations as Prometheus writes them, such as {@code 30s} or {@code 1h30m}. Source: Prometheus Operator 0.93.0, {@code
 * pkg/apis/monitoring/v1/types.go}, {@code Duration}.
 */
final class PrometheusTime {

    private PrometheusTime() {}

    static void require(String what, Duration time) {
        if (time.isNegative() || time.isZero() || time.toNanosPart() % 1_000_000 != 0) {
            throw InvalidValueException.of(what, time, "must be above zero, in whole milliseconds");
        }
    }

    static String of(Duration time) {
        return part(time.toHours(), "h")
                + part(time.toMinutesPart(), "m")
                + part(time.toSecondsPart(), "s")
                + part(time.toMillisPart(), "ms");
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
