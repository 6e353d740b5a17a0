package com.example.declared;

import static dev.berth.workload.PodAmount.percent;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ConfigMap;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import dev.berth.workload.DaemonSet;
import dev.berth.workload.DaemonSetBuildStages;
import dev.berth.workload.DaemonSetUpdateStrategy;
import org.junit.jupiter.api.Test;

class DaemonSetTest {

    @Test
    void a_daemon_set_declares_how_its_pods_are_replaced() {
        var shipper = DaemonSet.named("log-shipper")
                .container(Container.named("shipper")
                        .image("fluent/fluent-bit:4.2")
                        .build())
                .updateStrategy(DaemonSetUpdateStrategy.rollingUpdate().maxUnavailable(percent(10)))
                .minReady(ofSeconds(5))
                .revisionHistoryLimit(3)
                .build();
        assertThat(Yaml.of(shipper)).isEqualTo("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata:
                  name: log-shipper
                spec:
                  minReadySeconds: 5
                  revisionHistoryLimit: 3
                  updateStrategy:
                    type: RollingUpdate
                    rollingUpdate:
                      maxUnavailable: 10%
                  selector:
                    matchLabels:
                      app: log-shipper
                  template:
                    metadata:
                      labels:
                        app: log-shipper
                    spec:
                      containers:
                      - name: shipper
                        image: fluent/fluent-bit:4.2
                """);
    }

    @Test
    void a_pod_is_removed_first_or_started_first_or_replaced_by_hand() {
        assertThat(strategy(DaemonSetUpdateStrategy.rollingUpdate())).isEqualTo("""
                  updateStrategy:
                    type: RollingUpdate
                """);
        assertThat(strategy(DaemonSetUpdateStrategy.rollingUpdate().maxSurge(pods(1))))
                .isEqualTo("""
                  updateStrategy:
                    type: RollingUpdate
                    rollingUpdate:
                      maxSurge: 1
                      maxUnavailable: 0
                """);
        assertThat(strategy(DaemonSetUpdateStrategy.onDelete())).isEqualTo("""
                  updateStrategy:
                    type: OnDelete
                """);
    }

    @Test
    void a_change_of_its_configuration_restarts_the_pods() {
        ConfigMap config = ConfigMap.named("shipper").putData("out", "stdout").build();
        assertThat(Yaml.of(set().addRestartTrigger(config).build()))
                .contains("      annotations:\n        berth.dev/content-hash: ");
    }

    @Test
    void what_kubernetes_refuses_is_refused() {
        assertRefused(
                () -> DaemonSetUpdateStrategy.rollingUpdate().maxUnavailable(pods(0)),
                "DaemonSetUpdateStrategy maxUnavailable: Invalid value: \"0\": must be above zero");
        assertRefused(
                () -> DaemonSetUpdateStrategy.rollingUpdate().maxSurge(percent(0)),
                "DaemonSetUpdateStrategy maxSurge: Invalid value: \"0%\": must be above zero");
        assertRefused(
                () -> set().minReady(ofMillis(1500)).build(),
                "DaemonSet \"log-shipper\": spec.minReadySeconds: Invalid value: \"PT1.5S\": must be a whole number of"
                        + " seconds, below 2^31");
        assertRefused(
                () -> set().revisionHistoryLimit(-1).build(),
                "DaemonSet \"log-shipper\": spec.revisionHistoryLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> DaemonSet.named("Shipper"),
                "DaemonSet: metadata.name: Invalid value: \"Shipper\": must be lower case letters, digits, '-' or '.', and"
                        + " start and end with a letter or digit");
    }

    private static String strategy(DaemonSetUpdateStrategy strategy) {
        String yaml = Yaml.of(set().updateStrategy(strategy).build());
        return yaml.substring(yaml.indexOf("  updateStrategy"), yaml.indexOf("  selector"));
    }

    private static DaemonSetBuildStages.BuildFinal set() {
        return DaemonSet.named("log-shipper")
                .container(Container.named("shipper")
                        .image("fluent/fluent-bit:4.2")
                        .build());
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
