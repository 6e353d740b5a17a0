package dev.berth.rules.workload;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

class JobRulesTest {
    private static Expectation job(String kind, String name, String spec) {
        return Expectation.of("""
                apiVersion: batch/v1
                kind: %s
                metadata: {name: %s}
                spec: {%s}
                """.formatted(kind, name, spec));
    }

    @Test
    void the_pods_of_a_job_must_end() {
        String template = "template: {spec: {containers: [{name: c, image: i}]%s}}";
        job("Job", "once", template.formatted(""))
                .finds("job-restart-policy FieldValueRequired spec.template.spec.restartPolicy");
        job("Job", "once", template.formatted(", restartPolicy: Never")).isAccepted();
        job("Job", "once", "completionMode: Indexed, " + template.formatted(", restartPolicy: Never"))
                .isAccepted();
    }

    @Test
    void a_cron_job_requires_a_schedule_of_five_fields_and_a_known_time_zone() {
        String job =
                "jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}";
        job("CronJob", "backup", job).finds("schedule FieldValueRequired spec.schedule");
        for (String wrong :
                new String[] {"0 0 3 * * *", "*/0 * * * *", "60 3 * * *", "0 3 * * 7", "@nightly", "TZ=UTC 0 3 * * *"
                }) {
            job("CronJob", "backup", "schedule: '" + wrong + "', " + job)
                    .finds("schedule FieldValueInvalid spec.schedule");
        }
        for (String right : new String[] {"0 3 * * mon-fri", "*/15,30 0-23/2 1 jan ?", "@daily", "@every 1h30m"}) {
            job("CronJob", "backup", "schedule: '" + right + "', " + job).isAccepted();
        }
        job("CronJob", "backup", "schedule: '@daily', timeZone: SystemV/EST5, " + job)
                .finds("time-zone FieldValueInvalid spec.timeZone");
        job("CronJob", "backup", "schedule: '@daily', timeZone: Local, " + job)
                .finds("time-zone FieldValueInvalid spec.timeZone");
        job("CronJob", "c".repeat(53), "schedule: '@daily', " + job)
                .finds("cron-job-name FieldValueInvalid metadata.name");
    }

    @Test
    void the_name_of_a_job_must_be_a_valid_label_of_its_pods() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: nginx}]}}}
                """;
        Expectation.of(job.formatted("j".repeat(63))).isAccepted();
        Expectation.of(job.formatted("j".repeat(64)))
                .finds(
                        "label-value FieldValueInvalid spec.template.labels",
                        "label-value FieldValueInvalid spec.template.labels");
    }

    @Test
    void a_step_of_a_schedule_has_no_maximum() {
        Expectation.of("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {generateName: c-}
                spec:
                  schedule: "*/9999999999 * * * *"
                  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}
                """).isAccepted();
    }

    @Test
    void a_generated_name_has_five_more_characters_and_is_checked_against_the_same_rules() {
        Expectation.of("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {generateName: %s}
                spec:
                  schedule: "@daily"
                  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}
                """.formatted("c".repeat(48))).finds("cron-job-name FieldValueInvalid metadata.name");
    }

    private static Expectation job(String spec, String restart) {
        return Expectation.of("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: j}
                spec:
                  template: {spec: {restartPolicy: %s, containers: [{name: c, image: nginx}]}}
                """.formatted(restart) + spec.indent(2));
    }

    @Test
    void an_indexed_job_has_as_many_indexes_as_completions_and_no_more_may_fail() {
        job("completionMode: Indexed\ncompletions: 5\nbackoffLimitPerIndex: 1\nmaxFailedIndexes: 6", "Never")
                .finds("indexed-job-only FieldValueInvalid spec.maxFailedIndexes");
        job("completionMode: Indexed\ncompletions: 100001\nbackoffLimitPerIndex: 1\nparallelism: 10001", "Never")
                .finds(
                        "completion-mode FieldValueInvalid spec.parallelism",
                        "indexed-job-only FieldValueRequired spec.maxFailedIndexes");
        job("completionMode: Indexed\ncompletions: 100001\nparallelism: 10001", "Never")
                .isAccepted();
        job("completionMode: Bogus\nbackoffLimitPerIndex: 1", "Never")
                .finds("completion-mode FieldValueNotSupported spec.completionMode");
    }

    @Test
    void a_failure_policy_requires_pods_that_never_restart() {
        String policy = "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1]}}]}";
        job(policy, "Never").isAccepted();
        job(policy, "OnFailure").finds("job-restart-policy FieldValueInvalid spec.template.spec.restartPolicy");
        job(policy, "Always").finds("job-restart-policy FieldValueRequired spec.template.spec.restartPolicy");
    }

    @Test
    void a_job_succeeds_with_as_many_indexes_as_can_be_read() {
        job("""
                completionMode: Indexed
                completions: 5
                successPolicy: {rules: [{succeededIndexes: 1;2, succeededCount: 1}]}
                """, "Never")
                .finds(
                        "success-policy FieldValueInvalid spec.successPolicy.rules[0].succeededIndexes",
                        "success-policy FieldValueInvalid spec.successPolicy.rules[0].succeededCount");
    }

    @Test
    void the_manager_of_a_job_is_a_domain_and_a_path() {
        job("managedBy: example.com/a/b", "Never").isAccepted();
        job("managedBy: \"\"", "Never").finds("job-managed-by FieldValueRequired spec.managedBy");
        job("managedBy: example.com/a b", "Never").finds("job-managed-by FieldValueInvalid spec.managedBy");
    }
}
