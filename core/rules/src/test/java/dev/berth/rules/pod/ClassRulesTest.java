package dev.berth.rules.pod;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

class ClassRulesTest {
    private static Expectation priority(String name, String fields) {
        return Expectation.of("""
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: %s}
                %s
                """.formatted(name, fields));
    }

    private static Expectation runtime(String fields) {
        return Expectation.of("""
                apiVersion: node.k8s.io/v1
                kind: RuntimeClass
                metadata: {name: gvisor}
                %s
                """.formatted(fields));
    }

    @Test
    void a_priority_is_at_most_a_billion_except_that_of_the_system_classes() {
        priority("high", "value: 1000000000").isAccepted();
        priority("high", "value: 1000000001").finds("priority-class-value FieldValueForbidden value");
        priority("system-node-critical", "value: 2000001000").isAccepted();
        priority("system-node-critical", "value: 1").finds("priority-class-name FieldValueForbidden metadata.name");
        priority("system-mine", "value: 1").finds("priority-class-name FieldValueForbidden metadata.name");
    }

    @Test
    void preemption_has_two_policies() {
        priority("high", "preemptionPolicy: Never").isAccepted();
        priority("high", "preemptionPolicy: ''").finds("priority-class-policy FieldValueRequired preemptionPolicy");
        priority("high", "preemptionPolicy: Always")
                .finds("priority-class-policy FieldValueNotSupported preemptionPolicy");
    }

    @Test
    void a_runtime_class_names_its_handler() {
        runtime("handler: runsc").isAccepted();
        runtime("").finds("runtime-class-handler FieldValueRequired handler");
        runtime("handler: Runsc").finds("runtime-class-handler FieldValueInvalid handler");
    }

    @Test
    void the_overhead_and_the_tolerations_of_a_runtime_class_are_checked_like_those_of_a_pod() {
        runtime("handler: a\noverhead: {podFixed: {disk: 1}}")
                .finds("resource-name FieldValueInvalid overhead.limits[disk]");
        runtime("handler: a\nscheduling: {tolerations: [{operator: Exists}, {operator: Exists}]}")
                .finds("toleration-twice FieldValueDuplicate scheduling.tolerations[1]");
        runtime("handler: a\nscheduling: {nodeSelector: {a: ' '}}")
                .finds("label-value FieldValueInvalid scheduling.nodeSelector");
    }
}
