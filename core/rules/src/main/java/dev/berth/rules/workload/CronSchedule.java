package dev.berth.rules.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a CronJob: five fields, or one of the names that start with {@code @}.
 *
 * <p>Mirrors {@code ParseStandard} of {@code github.com/robfig/cron/v3}, as {@code validateScheduleFormat} uses it.
 */
final class CronSchedule {
    private static final Set<String> NAMED =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** The values that one field accepts. */
    private record Field(int least, int most, List<String> names) {}

    private static final List<Field> FIELDS = List.of(
            new Field(0, 59, List.of()),
            new Field(0, 23, List.of()),
            new Field(1, 31, List.of()),
            new Field(1, 12, MONTHS),
            new Field(0, 6, DAYS));

    private CronSchedule() {}

    /** Returns what is wrong with a schedule; null if nothing is. */
    static @Nullable String problem(String schedule) {
        if (schedule.contains("TZ")) {
            return "the time zone belongs in timeZone";
        }
        if (schedule.startsWith("@")) {
            boolean every = schedule.startsWith("@every ");
            boolean known = every ? GoDuration.isValid(schedule.substring(7)) : NAMED.contains(schedule);
            return known ? null : "must be one of @yearly, @monthly, @weekly, @daily, @hourly, or @every <duration>";
        }
        List<String> fields = new ArrayList<>();
        for (String field : schedule.split("\\s+", -1)) {
            if (!field.isEmpty()) {
                fields.add(field);
            }
        }
        if (fields.size() != FIELDS.size()) {
            return "must have 5 fields: minute, hour, day of month, month, day of week";
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            for (String range : fields.get(i).split(",", -1)) {
                String problem = range.isEmpty() ? null : problem(range, FIELDS.get(i));
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static @Nullable String problem(String range, Field field) {
        String[] rangeAndStep = range.split("/", -1);
        String[] ends = rangeAndStep[0].split("-", -1);
        if (rangeAndStep.length > 2) {
            return range + " has more than one '/'";
        }
        long start;
        long end;
        if (ends[0].equals("*") || ends[0].equals("?")) {
            start = field.least;
            end = field.most;
        } else {
            if (ends.length > 2) {
                return range + " has more than one '-'";
            }
            start = number(ends[0], field);
            end = ends.length == 2 ? number(ends[1], field) : start;
            if (rangeAndStep.length == 2 && ends.length == 1) {
                end = field.most;
            }
        }
        long step = rangeAndStep.length == 2 ? plainNumber(rangeAndStep[1]) : 1;
        if (start < 0 || end < 0 || step < 0) {
            return range + " has a part that is not a number";
        }
        if (start < field.least || end > field.most || start > end) {
            return range + " is not within " + field.least + " and " + field.most;
        }
        return step == 0 ? range + " has a step of 0" : null;
    }

    private static long number(String text, Field field) {
        int named = field.names.indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 && !text.isEmpty() ? named : plainNumber(text);
    }

    private static long plainNumber(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : -1;
    }
}
