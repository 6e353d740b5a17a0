package dev.berth.cel;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The estimated cost of all expressions of a schema. Mirrors {@code TotalCost} in
 * {@code pkg/apis/apiextensions/validation/cel_validation.go} of {@code apiextensions-apiserver}.
 */
final class TotalCost {
    /** {@code StaticEstimatedCRDCostLimit}. */
    private static final long LIMIT = 100_000_000;
    /** The server names this many expressions. */
    private static final int NAMED = 4;

    private record Expensive(FieldPath path, long cost) {}

    private final List<Expensive> expensive = new ArrayList<>();
    private long total;

    void add(FieldPath path, long cost) {
        total = total + cost < 0 ? Long.MAX_VALUE : total + cost;
        if (cost >= LIMIT / 100) {
            expensive.add(new Expensive(path, cost));
            expensive.sort(Comparator.comparingLong(Expensive::cost).reversed());
            if (expensive.size() > NAMED) {
                expensive.remove(NAMED);
            }
        }
    }

    void report(FieldPath schema, DefinitionFindings findings) {
        if (total <= LIMIT) {
            return;
        }
        for (Expensive expression : expensive) {
            findings.add(
                    expression.path,
                    FindingType.FORBIDDEN,
                    "is one of the expressions for which the rules of the schema exceed the limit of their cost");
        }
        findings.add(
                schema,
                FindingType.FORBIDDEN,
                "the estimated cost of all rules exceeds the limit " + factor(total, LIMIT)
                        + ": simplify them, or set maxItems, maxProperties and maxLength");
    }

    /** Returns by how much a cost exceeds a limit. */
    static String factor(long cost, long limit) {
        double factor = (double) cost / limit;
        return factor > 100
                ? "more than 100 times"
                : String.format(Locale.ROOT, factor < 1.5 ? "%.3f times" : "%.1f times", factor);
    }
}
