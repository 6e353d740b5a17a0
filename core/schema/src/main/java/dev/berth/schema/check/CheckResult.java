package dev.berth.schema.check;

import dev.berth.finding.Finding;
import dev.berth.rules.Findings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a value found, each finding once, and how many checks there were: of the clauses of {@code anyOf},
 * the server reports the one with the most. Mirrors {@code Result} in {@code pkg/validation/validate/result.go} of {@code
 * k8s.io/kube-openapi}.
 */
final class CheckResult {
    private @Nullable Set<Finding> found;
    private int matches;

    /** Counts a check. */
    void count() {
        matches++;
    }

    int matches() {
        return matches;
    }

    boolean isValid() {
        return found == null;
    }

    void add(Consumer<Findings> report) {
        Findings findings = new Findings();
        report.accept(findings);
        addAll(findings.list());
    }

    void merge(CheckResult other) {
        matches += other.matches;
        if (other.found != null) {
            addAll(other.found);
        }
    }

    private void addAll(Iterable<Finding> findings) {
        Set<Finding> all = found == null ? new LinkedHashSet<>() : found;
        findings.forEach(all::add);
        found = all;
    }

    /** Forgets what was found, but not the count. */
    void forgive() {
        found = null;
    }

    List<Finding> findings() {
        return found == null ? List.of() : new ArrayList<>(found);
    }
}
