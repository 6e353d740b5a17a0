package dev.berth.report;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How often a rule reports.
 *
 * @param rule the ID of the rule
 * @param level the worst level of its findings
 * @param count the number of its findings
 */
record RuleCount(String rule, Level level, int count) {

    private static final Comparator<RuleCount> MOST_SEVERE_FIRST = Comparator.comparing(RuleCount::level)
            .thenComparing(Comparator.comparingInt(RuleCount::count).reversed())
            .thenComparing(RuleCount::rule);

    /** Adds a finding to the counts by the ID of the rule. */
    static void add(Finding finding, Map<String, RuleCount> counts) {
        counts.merge(
                finding.rule().id(),
                new RuleCount(finding.rule().id(), finding.level(), 1),
                (sum, one) -> new RuleCount(
                        sum.rule, sum.level.compareTo(one.level) < 0 ? sum.level : one.level, sum.count + 1));
    }

    /** Returns the counts, the most severe level first, then the most frequent rule. */
    static List<RuleCount> sorted(Map<String, RuleCount> counts) {
        return counts.values().stream().sorted(MOST_SEVERE_FIRST).toList();
    }
}
