package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.EnvVar;
import dev.berth.config.Secret;
import dev.berth.network.HeadlessService;
import dev.berth.scheduling.PriorityClass;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.Affinity;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.CronJob;
import dev.berth.workload.Deployment;
import dev.berth.workload.ExtensibleContainerFields;
import dev.berth.workload.ExtensibleWorkload;
import dev.berth.workload.InitContainer;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import dev.berth.workload.Sidecar;
import dev.berth.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Declarations that are extended after {@code build()}. */
class ExtendingTest {

    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final ClaimTemplate wal = ClaimTemplate.named("wal")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres = Container.named("postgres")
            .image("postgres:17")
            .addEnv(EnvVar.of("PGDATA", "/data/pgdata"))
            .addMount(data.at("/data"))
            .build();
    private final StatefulSet set = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(3)
            .container(postgres)
            .putPodLabel("tier", "data")
            .build();

    @Test
    void with_replaces_a_single_value() {
        StatefulSet canary = set.withReplicas(1).withPriorityClass(PriorityClass.existing("high"));

        assertThat(Yaml.of(canary)).contains("  replicas: 1\n", "      priorityClassName: high\n");
        assertThat(set.replicas()).as("the set itself").isEqualTo(3);
    }

    @Test
    void plus_adds_to_a_list_or_a_map_and_keeps_what_was_declared() {
        Container more = postgres.plusMount(wal.at("/wal"))
                .plusEnv(EnvVar.of("A", "1"), EnvVar.of("B", "2"))
                .plusAllEnv(List.of(EnvVar.of("C", "3")));
        StatefulSet labeled = set.plusPodLabel("team", "storage")
                .plusAllPodLabels(Map.of("stage", "test"))
                .plusLabel("team", "storage");

        assertThat(more.mounts()).containsExactly(data.at("/data"), wal.at("/wal"));
        assertThat(more.env()).extracting(EnvVar::name).containsExactly("PGDATA", "A", "B", "C");
        assertThat(labeled.podLabels())
                .containsExactly(Map.entry("tier", "data"), Map.entry("team", "storage"), Map.entry("stage", "test"));
        assertThat(labeled.labels()).containsExactly(Map.entry("team", "storage"));
    }

    @Test
    void an_entry_that_was_declared_with_another_value_is_kept_and_the_new_one_is_refused() {
        assertThatThrownBy(() -> set.plusPodLabel("tier", "web"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("StatefulSet \"postgres\": podLabels: Duplicate value: \"tier\": is declared with another"
                        + " value: adding keeps it, and replacePodLabels replaces it");
        assertThat(set.plusPodLabel("tier", "data")).as("the same value again").isEqualTo(set);
    }

    @Test
    void the_message_about_a_secret_does_not_contain_its_values() {
        Secret password =
                Secret.named("password").putDemoValue("PASSWORD", "old").build();

        assertThatThrownBy(() -> password.plusDemoValue("PASSWORD", "new"))
                .hasMessage("Secret \"password\": demoValues: Duplicate value: \"PASSWORD\": is declared with another"
                        + " value: adding keeps it, and replaceDemoValues replaces it");
    }

    @Test
    void replace_replaces_a_list_or_a_map() {
        assertThat(postgres.replaceEnv(List.of()).env()).isEmpty();
        assertThat(set.replacePodLabels(Map.of("tier", "web")).podLabels()).containsExactly(Map.entry("tier", "web"));
    }

    @Test
    void a_function_changes_the_container_of_a_workload() {
        StatefulSet changed = set.withContainer(container -> container.plusMount(wal.at("/wal")));

        assertThat(changed.container().mounts()).containsExactly(data.at("/data"), wal.at("/wal"));
    }

    @Test
    void a_function_for_the_model_is_applied_after_the_one_that_was_declared() {
        Container twice = postgres.withCustomize(model -> model.withWorkingDir("/first"))
                .plusCustomize(model -> model.withWorkingDir(model.getWorkingDir() + "/second"));

        ContainerBuilder model = twice.customize().orElseThrow().apply(new ContainerBuilder());
        assertThat(model.getWorkingDir()).isEqualTo("/first/second");
    }

    @Test
    void an_optional_value_can_be_removed() {
        assertThat(set.withPriorityClass(PriorityClass.existing("high")).withPriorityClass(Optional.empty()))
                .isEqualTo(set);
    }

    @Test
    void the_copy_is_checked_on_the_line_that_creates_it() {
        assertThatThrownBy(() -> set.withReplicas(-1))
                .hasMessage("StatefulSet \"postgres\": spec.replicas: Invalid value: -1: must be at least 0")
                .satisfies(refused -> assertThat(Arrays.stream(refused.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("com.example")))
                        .first()
                        .extracting(StackTraceElement::getMethodName)
                        .asString()
                        .contains("the_copy_is_checked_on_the_line_that_creates_it"));
        assertThatThrownBy(() -> set.plusContainer(postgres))
                .hasMessage("StatefulSet \"postgres\": container name: Invalid value: \"postgres\": must be unique in"
                        + " its pod");
    }

    /** The defaults of a company for every kind of workload. */
    static <W extends ExtensibleWorkload<W>> W withDefaults(W workload) {
        return workload.withContainer(ExtendingTest::withDefaults)
                .withAffinity(workload.affinity()
                        .orElse(Affinity.rules()
                                .addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode())
                                .build()))
                .plusPodLabel("example.com/team", "storage")
                .plusContainer(Container.named("log-shipper")
                        .image("example.com/log-shipper:3")
                        .build());
    }

    /** The defaults of a company for every container, init container and sidecar. */
    static <C extends ExtensibleContainerFields<C>> C withDefaults(C container) {
        Resources small = Resources.requests(millicores(100), mebi(64)).limits(millicores(200), mebi(128));
        return container.withResources(container.resources().orElse(small)).plusEnv(EnvVar.of("TZ", "UTC"));
    }

    @Test
    void one_method_adds_the_defaults_of_a_company_to_every_kind_of_workload() {
        Container web = Container.named("web").image("nginx:1.29").build();
        Deployment deployment =
                withDefaults(Deployment.named("web").replicas(2).container(web).build());
        CronJob cronJob = withDefaults(CronJob.named("backup")
                .schedule(Schedule.daily(3, 0))
                .restartPolicy(CronJob.RestartPolicy.NEVER)
                .container(web)
                .build());
        StatefulSet same = withDefaults(set);

        assertThat(List.of(deployment, cronJob, same)).allSatisfy(workload -> {
            assertThat(workload.podLabels()).containsEntry("example.com/team", "storage");
            assertThat(workload.affinity()).isPresent();
            assertThat(workload.container().env()).extracting(EnvVar::name).contains("TZ");
            assertThat(workload.containers()).extracting(Container::name).containsExactly("log-shipper");
        });
        assertThat(same.container().mounts()).as("nothing is lost").isEqualTo(postgres.mounts());
    }

    @Test
    void one_method_adds_the_defaults_of_a_company_to_every_kind_of_container() {
        InitContainer init =
                withDefaults(InitContainer.named("init").image("busybox:1.37").build());
        Sidecar sidecar = withDefaults(Sidecar.named("exporter")
                .image("exporter:1")
                .addPort(Port.tcp("metrics", 9187))
                .resources(Resources.requests(millicores(10), mebi(16)))
                .build());

        assertThat(init.resources()).isPresent();
        assertThat(sidecar.resources()).contains(Resources.requests(millicores(10), mebi(16)));
        assertThat(sidecar.ports()).containsExactly(Port.tcp("metrics", 9187));
    }
}
