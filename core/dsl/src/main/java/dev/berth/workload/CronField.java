package dev.berth.workload;

import dev.berth.value.InvalidValueException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five fields of a {@link Schedule}: a list of numbers, ranges and steps. */
enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of the month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    DAY_OF_WEEK("day of the week", 0, 6, "sun mon tue wed thu fri sat");

    private final String label;
    private final int least;
    private final int most;
    private final String names;

    CronField(String label, int least, int most, String names) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** The numbers that the field names. */
    BitSet read(String schedule, String field) {
        BitSet numbers = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] step = part.split("/", -1);
            String[] ends = step[0].split("-", -1);
            boolean any = step[0].equals("*") || step[0].equals("?");
            if (step.length > 2 || ends.length > 2) {
                throw refused(schedule, part);
            }
            int first = any ? least : number(schedule, part, ends[0]);
            int last = any ? most : number(schedule, part, ends[ends.length - 1]);
            if (step.length == 2 && !any && ends.length == 1) {
                last = most;
            }
            int by = step.length == 2 ? natural(schedule, part, step[1]) : 1;
            if (first > last || first < least || last > most || by == 0) {
                throw refused(schedule, part);
            }
            for (int number = first; number <= last; number += by) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    private int number(String schedule, String part, String text) {
        int named = names.isEmpty() ? -1 : List.of(names.split(" ", -1)).indexOf(text.toLowerCase(Locale.ROOT));
        return named < 0 ? natural(schedule, part, text) : named + least;
    }

    private int natural(String schedule, String part, String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw refused(schedule, part);
        }
        return Integer.parseInt(text);
    }

    private InvalidValueException refused(String schedule, String part) {
        return InvalidValueException.of(
                "Schedule",
                schedule,
                "the " + label + " must be numbers from " + least + " to " + most
                        + ", ranges or steps of them, or *, but has " + part);
    }
}
