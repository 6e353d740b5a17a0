package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.PodAmount.percent;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.network.HeadlessService;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.DeploymentStrategy;
import dev.berth.workload.Pod;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.UpdateStrategy;
import org.junit.jupiter.api.Test;

class RefusedWorkloadsTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres =
            Container.named("postgres").image("postgres:17").addPort(sql).build();

    @Test
    void a_workload_name_leaves_room_for_the_names_of_its_pods() {
        assertThat(StatefulSet.named("s".repeat(52))).isNotNull();
        assertRefused(
                () -> StatefulSet.named("s".repeat(53)),
                "StatefulSet: metadata.name: Invalid value: \"" + "s".repeat(53)
                        + "\": must have at most 52 characters, but has 53");
        assertRefused(
                () -> StatefulSet.named("my.db"),
                "StatefulSet: metadata.name: Invalid value: \"my.db\": must be lower case letters, digits or '-', and"
                        + " start and end with a letter or digit");
        assertRefused(
                () -> Deployment.named("My_App"),
                "Deployment: metadata.name: Invalid value: \"My_App\": must be lower case letters, digits, '-' or '.',"
                        + " and start and end with a letter or digit");
        assertRefused(
                () -> Container.named("a.b"),
                "Container: name: Invalid value: \"a.b\": must be lower case letters, digits or '-', and start and end"
                        + " with a letter or digit");
    }

    @Test
    void numbers_of_a_stateful_set_that_kubernetes_refuses_are_refused() {
        var set = StatefulSet.named("db")
                .service(HeadlessService.named("db"))
                .replicas(1)
                .container(postgres);
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(-1)
                        .container(postgres)
                        .build(),
                "StatefulSet \"db\": spec.replicas: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> set.revisionHistoryLimit(-1).build(),
                "StatefulSet \"db\": spec.revisionHistoryLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> UpdateStrategy.rollingUpdate().partition(-1),
                "UpdateStrategy partition: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> UpdateStrategy.rollingUpdate().maxUnavailable(percent(0)),
                "UpdateStrategy maxUnavailable: Invalid value: \"0%\": must be above zero");
    }

    @Test
    void ordinals_are_not_negative_and_durations_are_whole_seconds() {
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(1)
                        .container(postgres)
                        .ordinalsStart(-1)
                        .build(),
                "StatefulSet \"db\": spec.ordinals.start: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(1)
                        .container(postgres)
                        .minReady(ofMillis(500))
                        .build(),
                "StatefulSet \"db\": spec.minReadySeconds: Invalid value: \"PT0.5S\": must be a whole number of"
                        + " seconds, below 2^31");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .terminationGracePeriod(ofSeconds(-1))
                        .build(),
                "Pod \"p\": terminationGracePeriod: Invalid value: \"PT-1S\": must be at least 0 s");
    }

    @Test
    void a_deployment_whose_rollout_cannot_progress_is_refused() {
        assertRefused(
                () -> DeploymentStrategy.rollingUpdate().maxSurge(pods(0)).maxUnavailable(percent(0)),
                "DeploymentStrategy maxUnavailable: Invalid value: \"0%\": must be above zero where maxSurge is zero");
        assertRefused(
                () -> Deployment.named("d")
                        .replicas(1)
                        .container(postgres)
                        .minReady(ofMinutes(10))
                        .build(),
                "Deployment \"d\": spec.minReadySeconds: Invalid value: 600: must be less than the progressDeadline of"
                        + " 600 s");
    }

    @Test
    void only_a_stateful_set_can_mount_a_claim_template() {
        assertRefused(
                () -> Deployment.named("d")
                        .replicas(1)
                        .container(Container.named("c")
                                .image("c:1")
                                .addMount(data.at("/data"))
                                .build())
                        .build(),
                "Deployment \"d\" mounts the claim template \"data\", which only a StatefulSet can: mount a"
                        + " PersistentVolumeClaim instead");
    }

    @Test
    void containers_and_ports_must_be_unique_in_their_pod() {
        assertRefused(
                () -> Pod.named("p").container(postgres).addContainer(postgres).build(),
                "Pod \"p\": container name: Invalid value: \"postgres\": must be unique in its pod");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .addContainer(Container.named("other")
                                .image("o:1")
                                .addPort(Port.tcp("postgres", 5433))
                                .build())
                        .build(),
                "Pod \"p\": port name: Invalid value: \"postgres\": must be unique in its pod");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .addContainer(Container.named("other")
                                .image("o:1")
                                .addPort(Port.tcp("sql", 5432))
                                .build())
                        .build(),
                "Pod \"p\": port number: Invalid value: \"5432/TCP\": must be unique in its pod");
    }

    @Test
    void pod_labels_cannot_contradict_the_selector() {
        assertRefused(
                () -> Pod.named("p").container(postgres).putPodLabel("app", "q").build(),
                "Pod \"p\": podLabels[app]: Invalid value: \"q\": must be \"p\", because the selector has this label");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .putNodeSelector("disk", "a b")
                        .build(),
                "Pod \"p\": nodeSelector[disk]: Invalid value: \"a b\": must be empty, or letters, digits, '-', '_' or"
                        + " '.', and start and end with a letter or digit");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
