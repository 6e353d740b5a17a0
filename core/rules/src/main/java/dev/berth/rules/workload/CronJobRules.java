package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ValidateCronJobCreate}. */
public final class CronJobRules {
    private static final String FILE = "pkg/apis/batch/validation/validation.go";
    private static final List<String> CONCURRENCY = List.of("Allow", "Forbid", "Replace");
    /** The controller appends a dash and ten digits to the name of each job. */
    private static final int LONGEST_NAME = 52;
    /** Zones that Go knows and the JDK does not have under a region name. */
    private static final Set<String> SHORT_ZONES = Set.of("EST", "HST", "MST", "ROC");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    /** Zones that the JDK still has although the time zone database dropped them. */
    private static final String DROPPED_ZONES = "SystemV/";

    private static final Rule NAME = new Rule("cron-job-name", "ValidateCronJobCreate", FILE);
    private static final Rule SCHEDULE = new Rule("schedule", "validateScheduleFormat", FILE);
    private static final Rule TIME_ZONE = new Rule("time-zone", "validateTimeZone", FILE);
    private static final Rule NUMBERS = new Rule("cron-job-numbers", "validateCronJobSpec", FILE);
    private static final Rule CONCURRENCY_POLICY = new Rule("concurrency-policy", "validateConcurrencyPolicy", FILE);
    private static final Rule SELECTOR = new Rule("cron-job-selector", "ValidateJobTemplateSpec", FILE);

    private CronJobRules() {}

    /** Checks a CronJob. */
    public static void check(CronJob cronJob, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(cronJob.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        String name = cronJob.getMetadata() == null
                ? ""
                : Zero.text(cronJob.getMetadata().getName());
        if (name.length() > LONGEST_NAME) {
            findings.invalid(
                    NAME,
                    FieldPath.of("metadata", "name"),
                    name,
                    "must have at most 52 characters, because the name of each job" + " is 11 characters longer");
        }
        CronJobSpec spec = cronJob.getSpec();
        FieldPath path = FieldPath.of("spec");
        if (findings.requireText(SCHEDULE, path.child("schedule"), spec.getSchedule())) {
            String problem = CronSchedule.problem(spec.getSchedule());
            if (problem != null) {
                findings.invalid(SCHEDULE, path.child("schedule"), spec.getSchedule(), problem);
            }
        }
        notNegative(spec.getStartingDeadlineSeconds(), path.child("startingDeadlineSeconds"), findings);
        timeZone(spec.getTimeZone(), path.child("timeZone"), findings);
        findings.oneOf(CONCURRENCY_POLICY, path.child("concurrencyPolicy"), spec.getConcurrencyPolicy(), CONCURRENCY);
        int successful = Zero.number(spec.getSuccessfulJobsHistoryLimit());
        findings.notNegative(NUMBERS, path.child("successfulJobsHistoryLimit"), successful);
        int failed = Zero.number(spec.getFailedJobsHistoryLimit());
        findings.notNegative(NUMBERS, path.child("failedJobsHistoryLimit"), failed);
        job(spec.getJobTemplate().getSpec(), path.child("jobTemplate", "spec"), facts, findings);
    }

    private static void notNegative(@Nullable Long value, FieldPath path, Findings findings) {
        findings.notNegative(NUMBERS, path, Zero.number(value));
    }

    private static void timeZone(@Nullable String zone, FieldPath path, Findings findings) {
        if (zone == null) {
            return;
        }
        boolean known = !zone.equalsIgnoreCase("Local")
                && !zone.startsWith(DROPPED_ZONES)
                && (ZONES.contains(zone) || SHORT_ZONES.contains(zone));
        if (!known) {
            findings.invalid(TIME_ZONE, path, zone, "must be a time zone of the IANA database, such as Europe/Berlin");
        }
    }

    private static void job(JobSpec spec, FieldPath path, ClusterFacts facts, Findings findings) {
        new JobSpecRules(path, facts, findings).check(spec);
        if (spec.getSelector() != null) {
            findings.invalid(SELECTOR, path.child("selector"), "", "not allowed: each job gets its own selector");
        }
        if (Zero.flag(spec.getManualSelector())) {
            findings.notSupported(SELECTOR, path.child("manualSelector"), true, List.of("false"));
        }
    }
}
