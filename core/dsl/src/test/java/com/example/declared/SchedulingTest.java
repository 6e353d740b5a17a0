package com.example.declared;

import static dev.berth.workload.TopologySpreadConstraint.WhenUnsatisfiable.DO_NOT_SCHEDULE;
import static dev.berth.workload.TopologySpreadConstraint.WhenUnsatisfiable.SCHEDULE_ANYWAY;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.network.HeadlessService;
import dev.berth.scheduling.PriorityClass;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Affinity;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.workload.PodAffinityTerm;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.Toleration;
import dev.berth.workload.TopologySpreadConstraint;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulingTest {

    private final Container postgres =
            Container.named("postgres").image("postgres:17").build();
    private final Pod cache = Pod.named("cache").container(postgres).build();

    @Test
    void affinity_keeps_pods_apart_or_near_other_pods() {
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(3)
                .container(postgres)
                .putNodeSelector("disktype", "ssd")
                .affinity(Affinity.rules()
                        .addRequiredNodeAffinity(LabelSelectorRequirement.in("topology.kubernetes.io/zone", "a", "b"))
                        .putPreferredNodeAffinity(LabelSelectorRequirement.exists("nvme"), 50)
                        .addRequiredPodAntiAffinity(PodAffinityTerm.ownPerNode())
                        .putPreferredPodAffinity(PodAffinityTerm.perZone(cache), 10)
                        .build())
                .addTopologySpreadConstraint(
                        TopologySpreadConstraint.overZones(DO_NOT_SCHEDULE).minDomains(2))
                .addToleration(Toleration.equal("dedicated", "database", Toleration.Effect.NO_SCHEDULE))
                .addToleration(Toleration.during("node.kubernetes.io/unreachable", ofMinutes(5)))
                .priorityClass(PriorityClass.existing("database"))
                .build();
        assertThat(Yaml.of(set)).isEqualTo("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  serviceName: postgres-headless
                  replicas: 3
                  selector:
                    matchLabels:
                      app: postgres
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      priorityClassName: database
                      nodeSelector:
                        disktype: ssd
                      affinity:
                        nodeAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - weight: 50
                            preference:
                              matchExpressions:
                              - key: nvme
                                operator: Exists
                          requiredDuringSchedulingIgnoredDuringExecution:
                            nodeSelectorTerms:
                            - matchExpressions:
                              - key: topology.kubernetes.io/zone
                                operator: In
                                values:
                                - a
                                - b
                        podAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - weight: 10
                            podAffinityTerm:
                              topologyKey: topology.kubernetes.io/zone
                              labelSelector:
                                matchLabels:
                                  app: cache
                        podAntiAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                          - topologyKey: kubernetes.io/hostname
                            labelSelector:
                              matchLabels:
                                app: postgres
                      tolerations:
                      - key: dedicated
                        value: database
                        effect: NoSchedule
                      - key: node.kubernetes.io/unreachable
                        operator: Exists
                        effect: NoExecute
                        tolerationSeconds: 300
                      topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: topology.kubernetes.io/zone
                        whenUnsatisfiable: DoNotSchedule
                        minDomains: 2
                        labelSelector:
                          matchLabels:
                            app: postgres
                      containers:
                      - name: postgres
                        image: postgres:17
                """);
    }

    @Test
    void invalid_scheduling_rules_are_refused() {
        assertRefused(
                () -> Affinity.rules()
                        .putPreferredNodeAffinity(LabelSelectorRequirement.exists("a"), 101)
                        .build(),
                "Affinity weight: Invalid value: 101: must be between 1 and 100, inclusive");
        assertRefused(
                () -> LabelSelectorRequirement.in("zone"),
                "LabelSelectorRequirement \"zone\": values: Required value: add at least one");
        assertRefused(
                () -> LabelSelectorRequirement.is("zone", "a b"),
                "LabelSelectorRequirement \"zone\" value: Invalid value: \"a b\": must be empty, or letters, digits,"
                        + " '-', '_' or '.', and start and end with a letter or digit");
        assertRefused(
                () -> TopologySpreadConstraint.overNodes(SCHEDULE_ANYWAY).maxSkew(0),
                "TopologySpreadConstraint maxSkew: Invalid value: 0: must be at least 1");
        assertRefused(
                () -> TopologySpreadConstraint.overNodes(SCHEDULE_ANYWAY).minDomains(2),
                "TopologySpreadConstraint minDomains: Invalid value: 2: must not be set with ScheduleAnyway");
        assertRefused(
                () -> Toleration.during("key", ofSeconds(-1)),
                "Toleration \"key\" duration: Invalid value: \"PT-1S\": must be at least 0 s");
        assertRefused(
                () -> new PodAffinityTerm(Optional.of(Map.of("app", "a b")), Affinity.ZONE),
                "PodAffinityTerm labels[app]: Invalid value: \"a b\": must be empty, or letters, digits, '-', '_' or"
                        + " '.', and start and end with a letter or digit");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
