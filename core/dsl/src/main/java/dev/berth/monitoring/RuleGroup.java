package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Rules that Prometheus evaluates one after the other, at the same interval.
 *
 * <pre>{@code
 * private final RuleGroup group = RuleGroup.named("postgres")
 *         .rule(down)
 *         .addRule(connections)
 *         .interval(ofMinutes(1))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class RuleGroup implements ExtensibleRuleGroup {

    RuleGroup() {}

    /**
     * Returns a builder for a rule group.
     *
     * @throws InvalidValueException if the name is blank
     */
    public static RuleGroupBuildStages.RuleBuildStage named(String name) {
        return RuleGroupBuildStages.start().name(notBlank("RuleGroup: name", name));
    }

    /** The name, unique in its PrometheusRule. */
    public abstract String name();

    /** The rule, or the first one if there are several. */
    public abstract GroupRule rule();

    /** Further rules, in the order in which they are evaluated. Optional. */
    public abstract List<GroupRule> rules();

    /** The time between two evaluations. Defaults to the interval of the Prometheus object. */
    public abstract Optional<Duration> interval();

    @Value.Check
    void check() {
        interval().ifPresent(time -> PrometheusTime.require("RuleGroup \"" + name() + "\": interval", time));
    }

    static String notBlank(String what, String text) {
        if (text.isBlank()) {
            throw InvalidValueException.of(what, text, "must not be blank");
        }
        return text;
    }

    Object toModel() {
        return new Fields()
                .put("name", name())
                .put("interval", interval().map(PrometheusTime::of))
                .put(
                        "rules",
                        Stream.concat(Stream.of(rule()), rules().stream())
                                .map(GroupRule::toModel)
                                .toList())
                .toMap();
    }
}
