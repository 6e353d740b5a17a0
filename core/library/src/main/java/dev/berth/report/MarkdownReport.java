package dev.berth.report;

import dev.berth.finding.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** Markdown for the comment of a pull request: a table of findings, or a review with its picture and runbooks. */
final class MarkdownReport extends Report {
    /** GitHub accepts 65536 characters in one comment; this many are for the table, the others for the table by rule. */
    private static final int ROOM = 50_000;

    private static final String HEAD = """
            ## Findings in the manifests

            | level | place | object | field | message |
            |---|---|---|---|---|
            """;

    private final Writer out;
    private final ReportContext context;
    private int written;
    private int omitted;

    MarkdownReport(Writer out, ReportContext context) {
        this.out = out;
        this.context = context;
    }

    @Override
    void write(Finding finding, Optional<String> acknowledged) throws IOException {
        if (context.review().isPresent()) {
            return;
        }
        String row = row(finding);
        if (omitted > 0 || written + row.length() > ROOM) {
            omitted++;
            return;
        }
        if (written == 0) {
            out.write(HEAD);
        }
        out.write(row);
        written += row.length();
    }

    @Override
    void end(String summary) throws IOException {
        if (context.review().isPresent()) {
            trees(summary);
            return;
        }
        if (omitted > 0) {
            out.write("\nThere is no room here for " + omitted
                    + " more findings; the JSON and SARIF reports have them all.\n");
        }
        if (!byRule().isEmpty()) {
            out.write("\n| rule | count | worst level |\n|---|---|---|\n");
        }
        for (RuleCount rule : byRule()) {
            out.write("| " + MarkdownText.code(rule.rule()) + " | " + rule.count() + " | " + rule.level() + " |\n");
        }
        out.write((written == 0 ? "" : "\n") + "**" + MarkdownText.words(summary) + "**\n");
    }

    private void trees(String summary) throws IOException {
        if (context.trees().isEmpty()) {
            out.write("**" + MarkdownText.words(summary) + "**\n");
        }
        String between = "";
        for (ReviewedTree tree : context.trees()) {
            out.write(between + ReviewMarkdown.of(tree, context.trees().size()));
            between = "\n";
        }
    }

    private static String row(Finding finding) {
        String message = finding.remedy().isEmpty() ? finding.message() : finding.message() + " " + finding.remedy();
        return "| **" + finding.level().toString().toUpperCase(Locale.ROOT) + "** | "
                + MarkdownText.cell(finding.location().toString()) + " | "
                + (finding.object().isNone() ? "" : MarkdownText.object(finding.object())) + " | "
                + (finding.field().isEmpty() ? "" : MarkdownText.cell(finding.field())) + " | "
                + MarkdownText.words(message) + " ("
                + MarkdownText.code(finding.rule().id()) + ") |\n";
    }
}
