package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.time.Month;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * When a {@link CronJob} runs, in cron notation: minute, hour, day of the month, month and day of the week. The text is
 * kept as it is written.
 *
 * <p>If both days are given, a match of one of them is enough. Sunday is 0, never 7. Source: Kubernetes 1.36, {@code
 * pkg/apis/batch/validation/validation.go}, {@code validateScheduleFormat}, and the parser that it calls, {@code
 * github.com/robfig/cron/v3}, {@code ParseStandard}.
 */
public final class Schedule {

    private static final List<String> DESCRIPTORS =
            List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private final String text;

    private Schedule(String text) {
        this.text = text;
    }

    /**
     * Reads a schedule such as {@code "0 3 * * *"} or {@code "@daily"}.
     *
     * @throws InvalidValueException if the text is not a schedule, or names only days that do not exist, such as 30
     *     February
     */
    public static Schedule of(String text) {
        if (text.startsWith("@")) {
            if (!DESCRIPTORS.contains(text)) {
                throw InvalidValueException.of("Schedule", text, "must be one of " + String.join(", ", DESCRIPTORS));
            }
            return new Schedule(text);
        }
        if (text.contains("TZ=")) {
            throw InvalidValueException.of("Schedule", text, "must not have a time zone: set timeZone on the CronJob");
        }
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != CronField.values().length) {
            throw InvalidValueException.of(
                    "Schedule", text, "must have 5 fields: minute, hour, day of the month, month, day of the week");
        }
        CronField.MINUTE.read(text, fields[0]);
        CronField.HOUR.read(text, fields[1]);
        BitSet days = CronField.DAY_OF_MONTH.read(text, fields[2]);
        BitSet months = CronField.MONTH.read(text, fields[3]);
        CronField.DAY_OF_WEEK.read(text, fields[4]);
        boolean anyWeekday = fields[4].matches("[*?](/1)?");
        if (anyWeekday
                && months.stream()
                        .allMatch(month -> days.nextSetBit(1) > Month.of(month).maxLength())) {
            throw InvalidValueException.of("Schedule", text, "must name a day that exists in one of its months");
        }
        return new Schedule(text);
    }

    /**
     * A schedule for every day at this time.
     *
     * @throws InvalidValueException if the hour is not 0 to 23 or the minute is not 0 to 59
     */
    public static Schedule daily(int hour, int minute) {
        return of(String.format(Locale.ROOT, "%d %d * * *", minute, hour));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The schedule as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
