package dev.berth.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The table of the writers, as ratios of one run. */
final class WritingReport {

    private record Row(double documentsPerSecond, double bytesPerSecond, double allocatedPerDocument) {}

    private WritingReport() {}

    static String of(Collection<RunResult> results) {
        Map<String, Map<String, Row>> byDocuments = new TreeMap<>();
        for (RunResult result : results) {
            String documents = result.getParams().getParam("documents");
            String name = result.getPrimaryResult().getLabel();
            byDocuments.computeIfAbsent(documents, key -> new TreeMap<>()).put(name, row(result));
        }
        StringBuilder table = new StringBuilder("| objects | writer | documents/s | MB/s | allocated/document |"
                + " allocated/output | Berth is faster by |\n|---|---|---:|---:|---:|---:|---:|\n");
        byDocuments.forEach((documents, rows) -> {
            double berth = Objects.requireNonNull(rows.get("berth")).documentsPerSecond();
            rows.forEach((name, row) -> table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,.1f | %,.0f B | %.2f | %.2f |%n",
                    documents,
                    name,
                    row.documentsPerSecond(),
                    row.bytesPerSecond() / 1e6,
                    row.allocatedPerDocument(),
                    row.allocatedPerDocument() * row.documentsPerSecond() / row.bytesPerSecond(),
                    berth / row.documentsPerSecond())));
        });
        return table.toString();
    }

    private static Row row(RunResult result) {
        double documents = score(result, "documents");
        double perOperation = documents / result.getPrimaryResult().getScore();
        return new Row(documents, score(result, "bytes"), score(result, "gc.alloc.rate.norm") / perOperation);
    }

    private static double score(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        if (found == null) {
            throw new IllegalStateException(
                    "no " + label + " in " + result.getSecondaryResults().keySet());
        }
        return found.getScore();
    }
}
