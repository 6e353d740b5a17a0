package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import java.util.Map;
import org.immutables.value.Value;

/**
 * An expression whose results are stored as a time series of its own.
 *
 * <pre>{@code
 * private final RecordingRule connections = RecordingRule.named("pg:connections:ratio")
 *         .expr("sum(pg_stat_activity_count) / max(pg_settings_max_connections)")
 *         .putLabel("team", "storage")
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class RecordingRule implements GroupRule, ExtensibleRecordingRule {

    RecordingRule() {}

    /**
     * Returns a builder for a recorded time series.
     *
     * @throws InvalidValueException if the name is blank
     */
    public static RecordingRuleBuildStages.ExprBuildStage named(String name) {
        return RecordingRuleBuildStages.start().name(RuleGroup.notBlank("RecordingRule: record", name));
    }

    /** The name of the time series. */
    public abstract String name();

    /** The PromQL expression. */
    public abstract String expr();

    /** Labels that the time series gets. Optional. */
    public abstract Map<String, String> labels();

    @Value.Check
    void check() {
        RuleGroup.notBlank("RecordingRule \"" + name() + "\": expr", expr());
    }

    @Override
    public Object toModel() {
        return new Fields()
                .put("record", name())
                .put("expr", expr())
                .put("labels", labels())
                .toMap();
    }
}
