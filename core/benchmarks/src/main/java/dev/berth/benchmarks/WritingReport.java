package dev.berth.benchmarks;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The tables of the writers, as ratios to Berth in the same run, with the targets. */
final class WritingReport {

    /** The methods of the benchmark and the names of their writers. */
    private enum Writer {
        BERTH("berth", "Berth"),
        FABRIC8("fabric8", "fabric8"),
        JACKSON_YAML("jacksonYaml", "Jackson YAML"),
        JACKSON_JSON("jacksonJson", "Jackson JSON");

        private final String method;
        private final String title;

        Writer(String method, String title) {
            this.method = method;
            this.title = title;
        }
    }

    private record Row(double documents, double bytes, double allocated, double error) {

        double allocatedToOutput() {
            return allocated * documents / bytes;
        }
    }

    private final Map<Documents, Map<String, Row>> rows = new EnumMap<>(Documents.class);

    private WritingReport() {}

    static String of(Collection<RunResult> results) {
        WritingReport report = new WritingReport();
        for (RunResult result : results) {
            report.rows
                    .computeIfAbsent(
                            Documents.valueOf(result.getParams().getParam("documents")), any -> new HashMap<>())
                    .put(result.getPrimaryResult().getLabel(), row(result));
        }
        return report.writers() + "\n" + report.aims();
    }

    private String writers() {
        StringBuilder table = new StringBuilder("| objects | writer | documents/s | MB/s | allocated/document |"
                + " allocated/output | error |\n|---|---|---:|---:|---:|---:|---:|\n");
        for (Documents documents : rows.keySet()) {
            Row berth = row(documents, Writer.BERTH);
            for (Writer writer : Writer.values()) {
                Row row = row(documents, writer);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f | %,.0f B | %.2f | ±%.0f %% |%n",
                        writer == Writer.BERTH ? documents.title() : "",
                        writer.title,
                        row.documents() / berth.documents(),
                        row.bytes() / berth.bytes(),
                        row.allocated(),
                        row.allocatedToOutput(),
                        100 * row.error()));
            }
        }
        return table.toString();
    }

    private String aims() {
        StringBuilder table = new StringBuilder("| objects | times fabric8 (aim: 10) | times Jackson YAML (3) |"
                + " of Jackson JSON (60 %) | allocated/output (below 2) |\n|---|---:|---:|---:|---:|\n");
        for (Documents documents : rows.keySet()) {
            Row berth = row(documents, Writer.BERTH);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.0f %% | %.1f |%n",
                    documents.title(),
                    berth.documents() / row(documents, Writer.FABRIC8).documents(),
                    berth.documents() / row(documents, Writer.JACKSON_YAML).documents(),
                    100
                            * berth.documents()
                            / row(documents, Writer.JACKSON_JSON).documents(),
                    berth.allocatedToOutput()));
        }
        return table.toString();
    }

    private Row row(Documents documents, Writer writer) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(documents)).get(writer.method));
    }

    private static Row row(RunResult result) {
        Result<?> operations = result.getPrimaryResult();
        double documents = score(result, "documents");
        double perOperation = documents / operations.getScore();
        return new Row(
                documents,
                score(result, "bytes"),
                score(result, "gc.alloc.rate.norm") / perOperation,
                operations.getScoreError() / operations.getScore());
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
