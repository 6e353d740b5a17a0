package dev.berth.report;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One report in one format, written as the findings come: a report of any number of findings needs little memory.
 *
 * <p>A format implements {@link #write}, and {@link #end} for what follows the findings.
 */
public abstract class Report {
    private final Map<String, RuleCount> byRule = new HashMap<>();
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

    /**
     * Adds a finding.
     *
     * @param acknowledged why it is acknowledged; empty if it is not
     * @throws IOException if the report cannot be written
     */
    public final void add(Finding finding, Optional<String> acknowledged) throws IOException {
        counts.merge(finding.level(), 1, Integer::sum);
        RuleCount.add(finding, byRule);
        write(finding, acknowledged);
    }

    /**
     * Completes the report.
     *
     * @param summary all findings in one line
     * @throws IOException if the report cannot be written
     */
    public final void finish(String summary) throws IOException {
        end(summary);
    }

    /** How many findings of this level there are so far. */
    final int count(Level level) {
        return counts.getOrDefault(level, 0);
    }

    /** How often each rule reports so far, the most severe first. */
    final List<RuleCount> byRule() {
        return RuleCount.sorted(byRule);
    }

    abstract void write(Finding finding, Optional<String> acknowledged) throws IOException;

    abstract void end(String summary) throws IOException;
}
