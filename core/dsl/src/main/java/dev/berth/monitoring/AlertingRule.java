package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An alert that fires while an expression has a result.
 *
 * <pre>{@code
 * private final AlertingRule down = AlertingRule.named("PostgresDown")
 *         .expr("pg_up == 0")
 *         .forDuration(ofMinutes(5))
 *         .putLabel("severity", "critical")
 *         .putAnnotation("summary", "{{ $labels.pod }} does not answer")
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class AlertingRule implements GroupRule, ExtensibleAlertingRule {

    AlertingRule() {}

    /**
     * Returns a builder for an alert.
     *
     * @throws InvalidValueException if the name is blank
     */
    public static AlertingRuleBuildStages.ExprBuildStage named(String name) {
        return AlertingRuleBuildStages.start().name(RuleGroup.notBlank("AlertingRule: alert", name));
    }

    /** The name of the alert. */
    public abstract String name();

    /** The PromQL expression. The alert fires for each of its results. */
    public abstract String expr();

    /** How long the expression must have a result before the alert fires. Defaults to 0 s. */
    public abstract Optional<Duration> forDuration();

    /** How long the alert keeps firing when the expression has no result anymore. Defaults to 0 s. */
    public abstract Optional<Duration> keepFiringFor();

    /** Labels that the alert gets, such as the severity, by which Alertmanager routes it. Optional. */
    public abstract Map<String, String> labels();

    /** Texts for people, in which {@code {{ $labels.pod }}} and {@code {{ $value }}} are replaced. Optional. */
    public abstract Map<String, String> annotations();

    @Value.Check
    void check() {
        String what = "AlertingRule \"" + name() + "\": ";
        RuleGroup.notBlank(what + "expr", expr());
        forDuration().ifPresent(time -> PrometheusTime.require(what + "for", time));
        keepFiringFor().ifPresent(time -> PrometheusTime.require(what + "keep_firing_for", time));
    }

    @Override
    public Object toModel() {
        return new Fields()
                .put("alert", name())
                .put("expr", expr())
                .put("for", forDuration().map(PrometheusTime::of))
                .put("keep_firing_for", keepFiringFor().map(PrometheusTime::of))
                .put("labels", labels())
                .put("annotations", annotations())
                .toMap();
    }
}
