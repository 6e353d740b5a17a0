package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A schedule on a day that none of its months has. */
final class ScheduleNeverFires extends ObjectRule<CronJob> {

    ScheduleNeverFires() {
        super(
                CronJob.class,
                Level.ERROR,
                new Rule("schedule-never-fires", "ParseStandard", "github.com/robfig/cron/v3/parser.go"),
                "The job never runs.",
                "Use a day that exists.");
    }

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    @Override
    protected void check(ObjectSet set, CronJob job, LintReport report) {
        String schedule = job.getSpec() == null ? null : job.getSpec().getSchedule();
        if (schedule != null && neverFires(schedule)) {
            report.invalid(this, job, "spec.schedule", "\"" + schedule + "\" names a day that does not exist.");
        }
    }

    /**
     * A schedule with a day of the week fires on that day too, so only schedules without one can name an impossible
     * day.
     */
    private static boolean neverFires(String schedule) {
        String[] fields =
                schedule.trim().replaceFirst("^(CRON_TZ|TZ)=\\S+\\s+", "").split("\\s+", -1);
        if (fields.length != 5 || !fields[4].matches("[*?](/1)?")) {
            return false;
        }
        Set<Integer> days = values(fields[2], 31);
        Set<Integer> months = values(fields[3], 12);
        return !days.isEmpty()
                && !months.isEmpty()
                && months.stream().allMatch(month -> days.stream().allMatch(day -> day > DAYS[month - 1]));
    }

    /** Returns the values of a field; empty if it has none that this rule understands. */
    private static Set<Integer> values(String field, int last) {
        Set<Integer> values = new TreeSet<>();
        for (String part : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] step = part.split("/", -1);
            String[] range = step[0].split("-", -1);
            boolean any = step[0].equals("*") || step[0].equals("?");
            int from = any ? 1 : number(range[0]);
            int to = any || (step.length > 1 && range.length == 1) ? last : number(range[range.length - 1]);
            int by = step.length > 1 ? number(step[1]) : 1;
            for (int value = from; from > 0 && by > 0 && value <= Math.min(to, last); value += by) {
                values.add(value);
            }
        }
        return values;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : MONTHS.indexOf(text) + 1;
    }
}
