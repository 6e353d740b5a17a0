package com.example.declared;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.monitoring.AlertingRule;
import dev.berth.monitoring.PrometheusRule;
import dev.berth.monitoring.RecordingRule;
import dev.berth.monitoring.RuleGroup;
import dev.berth.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class PrometheusRulesTest {

    private final AlertingRule down = AlertingRule.named("PostgresDown")
            .expr("pg_up == 0")
            .forDuration(ofMinutes(5))
            .putLabel("severity", "critical")
            .putAnnotation("summary", "{{ $labels.pod }} does not answer")
            .build();
    private final RecordingRule connections = RecordingRule.named("pg:connections:ratio")
            .expr("sum(pg_stat_activity_count) / max(pg_settings_max_connections)")
            .putLabel("team", "storage")
            .build();
    private final RuleGroup group = RuleGroup.named("postgres")
            .rule(down)
            .addRule(connections)
            .interval(ofMinutes(1))
            .build();

    @Test
    void a_group_has_alerts_and_recorded_time_series() {
        var rules = PrometheusRule.named("postgres")
                .group(group)
                .putLabel("release", "prometheus")
                .build();
        assertThat(Yaml.of(rules)).isEqualTo("""
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: postgres
                  labels:
                    release: prometheus
                spec:
                  groups:
                  - name: postgres
                    interval: 1m
                    rules:
                    - alert: PostgresDown
                      expr: pg_up == 0
                      for: 5m
                      labels:
                        severity: critical
                      annotations:
                        summary: "{{ $labels.pod }} does not answer"
                    - record: pg:connections:ratio
                      expr: sum(pg_stat_activity_count) / max(pg_settings_max_connections)
                      labels:
                        team: storage
                """);
    }

    @Test
    void groups_follow_each_other() {
        var rules = PrometheusRule.named("postgres")
                .group(group)
                .addGroup(RuleGroup.named("slow")
                        .rule(down.withKeepFiringFor(ofHours(1).plusSeconds(30)))
                        .build())
                .build();
        assertThat(Yaml.of(rules)).contains("  - name: slow\n    rules:\n", "      keep_firing_for: 1h30s\n");
    }

    @Test
    void what_the_operator_refuses_is_refused() {
        assertRefused(
                () -> PrometheusRule.named("p").group(group).addGroup(group).build(),
                "PrometheusRule \"p\": spec.groups: Invalid value: \"postgres\": must be unique in its PrometheusRule");
        assertRefused(
                () -> AlertingRule.named("A").expr(" ").build(),
                "AlertingRule \"A\": expr: Invalid value: \" \": must not be blank");
        assertRefused(() -> RecordingRule.named(""), "RecordingRule: record: Invalid value: \"\": must not be blank");
        assertRefused(
                () -> down.withForDuration(ofSeconds(-1)),
                "AlertingRule \"PostgresDown\": for: Invalid value: \"PT-1S\": must be above zero, in whole"
                        + " milliseconds");
        assertRefused(
                () -> RuleGroup.named("g").rule(down).interval(ofSeconds(0)).build(),
                "RuleGroup \"g\": interval: Invalid value: \"PT0S\": must be above zero, in whole milliseconds");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
