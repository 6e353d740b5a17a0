package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.JobFields.CompletionMode.INDEXED;
import static dev.berth.workload.JobFields.RestartPolicy.NEVER;
import static dev.berth.workload.JobFields.RestartPolicy.ON_FAILURE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.value.InvalidValueException;
import dev.berth.workload.AccessMode;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Job;
import dev.berth.workload.JobBuildStages;
import org.junit.jupiter.api.Test;

class JobTest {

    private final Container create = Container.named("create")
            .image("apache/kafka:4.1.1")
            .addCommand("/opt/kafka/bin/kafka-topics.sh")
            .addArgs("--create", "--if-not-exists", "--topic", "orders")
            .build();

    @Test
    void a_job_declares_how_often_it_runs_and_when_it_is_complete() {
        var topics = Job.named("create-topics")
                .restartPolicy(ON_FAILURE)
                .container(create)
                .backoffLimit(10)
                .activeDeadline(ofMinutes(10))
                .ttlAfterFinished(ofHours(1))
                .completions(3)
                .parallelism(2)
                .completionMode(INDEXED)
                .suspend(false)
                .build();
        assertThat(Yaml.of(topics)).isEqualTo("""
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: create-topics
                spec:
                  completions: 3
                  parallelism: 2
                  completionMode: Indexed
                  backoffLimit: 10
                  activeDeadlineSeconds: 600
                  ttlSecondsAfterFinished: 3600
                  suspend: false
                  template:
                    metadata:
                      labels:
                        app: create-topics
                    spec:
                      restartPolicy: OnFailure
                      containers:
                      - name: create
                        image: apache/kafka:4.1.1
                        command:
                        - /opt/kafka/bin/kafka-topics.sh
                        args:
                        - --create
                        - --if-not-exists
                        - --topic
                        - orders
                """);
    }

    @Test
    void a_job_without_options_has_a_pod_alone() {
        assertThat(Yaml.of(job("migrate")
                        .customize(model ->
                                model.editSpec().withManualSelector(false).endSpec())
                        .build()))
                .endsWith("  manualSelector: false\n");
    }

    @Test
    void a_name_fits_into_the_label_of_its_pods() {
        assertThat(job("j".repeat(63)).build().name()).hasSize(63);
        assertRefused(
                () -> Job.named("j".repeat(64)),
                "Job: metadata.name: Invalid value: \"" + "j".repeat(64)
                        + "\": must have at most 63 characters, but has 64");
    }

    @Test
    void numbers_and_durations_that_kubernetes_refuses_are_refused() {
        assertRefused(
                () -> job("j").backoffLimit(-1).build(),
                "Job \"j\": spec.backoffLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> job("j").completions(-1).build(),
                "Job \"j\": spec.completions: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> job("j").parallelism(-1).build(),
                "Job \"j\": spec.parallelism: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> job("j").activeDeadline(ofSeconds(0)).build(),
                "Job \"j\": spec.activeDeadlineSeconds: Invalid value: \"PT0S\": must be at least 1 s");
        assertRefused(
                () -> job("j").completionMode(INDEXED).build(),
                "Job \"j\": spec.completions: Required value: the completion mode is Indexed, so the number of indexes"
                        + " must be declared: add completions");
    }

    @Test
    void only_a_stateful_set_has_claim_templates() {
        ClaimTemplate data = ClaimTemplate.named("data")
                .accessMode(AccessMode.READ_WRITE_ONCE)
                .storage(gibi(1))
                .build();
        assertRefused(
                () -> Job.named("j")
                        .restartPolicy(NEVER)
                        .container(create.plusMount(data.at("/data")))
                        .build(),
                "Job \"j\" mounts the claim template \"data\", which only a StatefulSet can: mount a"
                        + " PersistentVolumeClaim instead");
    }

    private JobBuildStages.BuildFinal job(String name) {
        return Job.named(name).restartPolicy(NEVER).container(create);
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
