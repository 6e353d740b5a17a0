package dev.berth.monitoring;

/** A rule of a {@link RuleGroup}: an {@link AlertingRule} or a {@link RecordingRule}. */
public sealed interface GroupRule permits AlertingRule, RecordingRule {

    /** The fields of the rule, in the order in which they are rendered. */
    Object toModel();
}
