package dev.berth.workload;

import static dev.berth.workload.CronJob.ConcurrencyPolicy.FORBID;
import static dev.berth.workload.JobFields.RestartPolicy.NEVER;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.value.InvalidValueException;
import dev.berth.yaml.YamlWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronJobTest {

    private final Container dump = Container.named("dump")
            .image("postgres:17")
            .addCommand("pg_dumpall", "-f", "/backup/all.sql")
            .build();

    @Test
    void a_cron_job_declares_its_schedule_and_how_failures_are_handled() {
        var backup = CronJob.named("postgres-backup")
                .schedule(Schedule.daily(3, 0))
                .restartPolicy(NEVER)
                .container(dump)
                .timeZone(ZoneId.of("Europe/Berlin"))
                .concurrencyPolicy(FORBID)
                .startingDeadline(ofMinutes(10))
                .successfulJobsHistoryLimit(2)
                .failedJobsHistoryLimit(5)
                .suspend(false)
                .backoffLimit(3)
                .activeDeadline(ofHours(1))
                .ttlAfterFinished(ofHours(24))
                .completions(1)
                .parallelism(1)
                .build();
        assertThat(new YamlWriter().toYaml(backup.toModel())).isEqualTo("""
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: postgres-backup
                spec:
                  schedule: 0 3 * * *
                  timeZone: Europe/Berlin
                  suspend: false
                  concurrencyPolicy: Forbid
                  startingDeadlineSeconds: 600
                  successfulJobsHistoryLimit: 2
                  failedJobsHistoryLimit: 5
                  jobTemplate:
                    spec:
                      completions: 1
                      parallelism: 1
                      backoffLimit: 3
                      activeDeadlineSeconds: 3600
                      ttlSecondsAfterFinished: 86400
                      template:
                        metadata:
                          labels:
                            app: postgres-backup
                        spec:
                          restartPolicy: Never
                          containers:
                          - name: dump
                            image: postgres:17
                            command:
                            - pg_dumpall
                            - -f
                            - /backup/all.sql
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 * * *",
                "*/5 * * * *",
                "0 0 1,15 * *",
                "30 4 1-7 JAN-mar Mon",
                "@daily",
                "@hourly",
                "5/10 * * * *",
                "0 0 29 2 *",
                "0 0 30 2 1",
                "? ? ? ? ?",
                " 0  3 * * * "
            })
    void a_cron_schedule_is_kept_as_written(String text) {
        assertThat(Schedule.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 3 * * *|the minute must be numbers from 0 to 59, ranges or steps of them, or *, but has 60",
                "0 24 * * *|the hour must be numbers from 0 to 23, ranges or steps of them, or *, but has 24",
                "0 0 0 * *|the day of the month must be numbers from 1 to 31, ranges or steps of them, or *, but has 0",
                "0 0 * 13 *|the month must be numbers from 1 to 12, ranges or steps of them, or *, but has 13",
                "0 3 * * 7|the day of the week must be numbers from 0 to 6, ranges or steps of them, or *, but has 7",
                "*/0 * * * *|the minute must be numbers from 0 to 59, ranges or steps of them, or *, but has */0",
                "5-1 * * * *|the minute must be numbers from 0 to 59, ranges or steps of them, or *, but has 5-1",
                "1,,2 * * * *|the minute must be numbers from 0 to 59, ranges or steps of them, or *, but has ",
                "foo|must have 5 fields: minute, hour, day of the month, month, day of the week",
                "0 0 3 * * *|must have 5 fields: minute, hour, day of the month, month, day of the week",
                "@nightly|must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly",
                "TZ=UTC 0 3 * * *|must not have a time zone: set timeZone on the CronJob",
                "0 0 30 2 *|must name a day that exists in one of its months",
                "0 0 31 4,6 *|must name a day that exists in one of its months"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void an_invalid_schedule_is_refused(String text, String rule) {
        assertRefused(() -> Schedule.of(text), "Schedule: Invalid value: \"" + text + "\": " + rule);
    }

    @Test
    void an_invalid_time_of_day_is_refused() {
        assertRefused(
                () -> Schedule.daily(24, 0),
                "Schedule: Invalid value: \"0 24 * * *\": the hour must be numbers from 0 to 23, ranges or steps of them,"
                        + " or *, but has 24");
    }

    @Test
    void a_name_leaves_room_for_the_time_that_each_job_adds() {
        assertThat(backup("c".repeat(52)).build().name()).hasSize(52);
        assertRefused(
                () -> CronJob.named("c".repeat(53)),
                "CronJob: metadata.name: Invalid value: \"" + "c".repeat(53)
                        + "\": must have at most 52 characters, but" + " has 53");
    }

    @Test
    void numbers_and_durations_that_kubernetes_refuses_are_refused() {
        assertRefused(
                () -> backup("b").timeZone(ZoneOffset.ofHours(2)).build(),
                "CronJob \"b\": spec.timeZone: Invalid value: \"+02:00\": must be a region of the IANA database, such as"
                        + " Europe/Berlin");
        assertRefused(
                () -> backup("b").startingDeadline(ofSeconds(9)).build(),
                "CronJob \"b\": spec.startingDeadlineSeconds: Invalid value: \"PT9S\": must be at least 10 s");
        assertRefused(
                () -> backup("b").successfulJobsHistoryLimit(-1).build(),
                "CronJob \"b\": spec.successfulJobsHistoryLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> backup("b").failedJobsHistoryLimit(-1).build(),
                "CronJob \"b\": spec.failedJobsHistoryLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> backup("b").backoffLimit(-1).build(),
                "CronJob \"b\": spec.jobTemplate.spec.backoffLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> backup("b").completions(-1).build(),
                "CronJob \"b\": spec.jobTemplate.spec.completions: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> backup("b").parallelism(-1).build(),
                "CronJob \"b\": spec.jobTemplate.spec.parallelism: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> backup("b").activeDeadline(ofSeconds(0)).build(),
                "CronJob \"b\": spec.jobTemplate.spec.activeDeadlineSeconds: Invalid value: \"PT0S\": must be at least 1"
                        + " s");
        assertRefused(
                () -> backup("b").ttlAfterFinished(ofMillis(1500)).build(),
                "CronJob \"b\": spec.jobTemplate.spec.ttlSecondsAfterFinished: Invalid value: \"PT1.5S\": must be a whole"
                        + " number of seconds, below 2^31");
    }

    @Test
    void a_variant_is_a_copy() {
        CronJob backup = backup("b").build();
        assertThat(backup.withSuspend(true).suspend()).contains(true);
        assertThat(backup.withSchedule(Schedule.of("@weekly")).schedule()).hasToString("@weekly");
        assertThat(backup.suspend()).isEmpty();
    }

    private CronJobBuildStages.BuildFinal backup(String name) {
        return CronJob.named(name)
                .schedule(Schedule.of("@daily"))
                .restartPolicy(NEVER)
                .container(dump);
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
