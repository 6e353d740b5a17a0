package dev.berth.environment;

import dev.berth.report.MarkdownText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The differences between environments as a table in Markdown, with a column for each environment. */
final class DifferenceTable {

    private DifferenceTable() {}

    /** Returns the page, with lines ended by LF. */
    static String of(EnvironmentDifferences differences) {
        StringBuilder page = new StringBuilder("# Differences between the environments\n\n");
        if (differences.found().isEmpty()) {
            return page.append("The environments do not differ.\n").toString();
        }
        page.append(differences.names().stream()
                .map(MarkdownText::words)
                .collect(Collectors.joining(" | ", "| object | field | ", " |\n")));
        page.append("|---|---|")
                .append("---|".repeat(differences.names().size()))
                .append('\n');
        for (DifferentField row : differences.found()) {
            page.append("| ").append(subject(row)).append(" | ").append(field(row));
            row.values().forEach(value -> page.append(" | ").append(cell(value)));
            page.append(" |\n");
        }
        return page.toString();
    }

    private static String subject(DifferentField row) {
        return row.object().isNone() ? MarkdownText.cell(row.path()) : MarkdownText.object(row.object());
    }

    private static String field(DifferentField row) {
        return row.object().isNone() || row.path().isEmpty() ? "" : MarkdownText.cell(row.path());
    }

    private static String cell(@Nullable String value) {
        return DifferentField.PRESENT.equals(value) ? "declared" : MarkdownText.cell(value);
    }
}
