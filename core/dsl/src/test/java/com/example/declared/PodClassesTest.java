package com.example.declared;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.object.ExistingObject;
import dev.berth.scheduling.PriorityClass;
import dev.berth.scheduling.RuntimeClass;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.workload.Toleration;
import org.junit.jupiter.api.Test;

/** The classes that pods refer to by value. */
class PodClassesTest {

    private final PriorityClass database = PriorityClass.named("database")
            .value(100_000)
            .description("Databases, which others wait for")
            .build();
    private final RuntimeClass kata = RuntimeClass.named("kata")
            .handler("kata-qemu")
            .overheadCpu(millicores(250))
            .overheadMemory(mebi(160))
            .putNodeSelector("example.com/kata", "true")
            .build();

    @Test
    void a_pod_refers_to_its_classes_by_value() {
        var pod = Pod.named("db")
                .container(Container.named("db").image("db:1").build())
                .priorityClass(database)
                .runtimeClass(kata)
                .build();
        assertThat(Yaml.of(pod)).contains("  priorityClassName: database\n  runtimeClassName: kata\n");
        assertThat(pod.existing()).isEmpty();
        assertThat(pod.withPriorityClass(PriorityClass.existing("high"))
                        .withRuntimeClass(RuntimeClass.existing("gvisor"))
                        .existing())
                .containsExactly(
                        new ExistingObject("PriorityClass", "high"), new ExistingObject("RuntimeClass", "gvisor"));
    }

    @Test
    void a_priority_class_states_how_important_pods_are() {
        assertThat(Yaml.of(database)).isEqualTo("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata:
                  name: database
                value: 100000
                description: Databases, which others wait for
                """);
        var patient = PriorityClass.named("batch")
                .value(-10)
                .globalDefault(true)
                .preemptionPolicy(PriorityClass.PreemptionPolicy.NEVER)
                .build();
        assertThat(Yaml.of(patient)).isEqualTo("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata:
                  name: batch
                value: -10
                globalDefault: true
                preemptionPolicy: Never
                """);
    }

    @Test
    void a_runtime_class_names_a_runtime_and_its_nodes() {
        assertThat(Yaml.of(kata.plusToleration(Toleration.equal("sandboxed", "true", Toleration.Effect.NO_SCHEDULE))))
                .isEqualTo("""
                        apiVersion: node.k8s.io/v1
                        kind: RuntimeClass
                        metadata:
                          name: kata
                        handler: kata-qemu
                        overhead:
                          podFixed:
                            cpu: 250m
                            memory: 160Mi
                        scheduling:
                          nodeSelector:
                            example.com/kata: "true"
                          tolerations:
                          - key: sandboxed
                            value: "true"
                            effect: NoSchedule
                        """);
    }

    @Test
    void invalid_classes_are_refused_where_they_are_created() {
        assertRefused(
                () -> PriorityClass.named("system-database"),
                "PriorityClass: metadata.name: Invalid value: \"system-database\": must not start with 'system-', which"
                        + " Kubernetes reserves");
        assertRefused(
                () -> PriorityClass.named("top").value(1_000_000_001).build(),
                "PriorityClass \"top\": value: Invalid value: 1000000001: must be at most 1000000000");
        assertRefused(
                () -> RuntimeClass.named("kata").handler("Kata").build(),
                "RuntimeClass \"kata\": handler: Invalid value: \"Kata\": must be lower case letters, digits or '-', and"
                        + " start and end with a letter or digit");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
