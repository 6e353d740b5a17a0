package dev.berth.report;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Judgement;
import dev.berth.review.runbook.Runbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a review reports for one object: the fields in a table, what happens to them, and the runbook. */
final class ReviewSection {
    private static final int MOST_ROWS = 30;

    private final ObjectFindings object;
    private final Judgement judgement;
    private final StringBuilder text = new StringBuilder();

    private ReviewSection(ObjectFindings object, Judgement judgement) {
        this.object = object;
        this.judgement = judgement;
    }

    /** The section, with the commands of the runbook or only with the words that the other reports have them. */
    static String of(ObjectFindings object, Judgement judgement, boolean commands) {
        ReviewSection section = new ReviewSection(object, judgement);
        section.line("");
        section.line("### " + MarkdownText.object(object.object()));
        if (!object.place().isEmpty()) {
            section.line("");
            section.line(MarkdownText.code(object.place()));
        }
        section.table();
        for (List<Finding> group : object.byMessage()) {
            section.explain(group);
        }
        object.runbooks().forEach(runbook -> section.runbook(runbook, commands));
        return section.text.toString();
    }

    private void table() {
        Map<String, List<Finding>> rows = new LinkedHashMap<>();
        for (Finding finding : object.findings()) {
            if (!finding.field().isEmpty()) {
                rows.computeIfAbsent(
                                finding.field()
                                        + '\n'
                                        + finding.requireChange().from()
                                        + '\n'
                                        + finding.requireChange().to(),
                                key -> new ArrayList<>(1))
                        .add(finding);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        line("");
        line("| verdict | field | from | to | line |");
        line("|---|---|---|---|---|");
        rows.values().stream().limit(MOST_ROWS).forEach(this::row);
        if (rows.size() > MOST_ROWS) {
            line("");
            line("And " + (rows.size() - MOST_ROWS) + " more fields.");
        }
    }

    private void row(List<Finding> findings) {
        Finding row = findings.get(0);
        List<String> badges = findings.stream()
                .map(finding -> badge(finding.effect()))
                .distinct()
                .toList();
        ShownPair values =
                ShownPair.of(row.requireChange().from(), row.requireChange().to());
        line("| " + String.join(", ", badges) + " | " + MarkdownText.cell(row.field()) + " | "
                + MarkdownText.cell(values.from()) + " | " + MarkdownText.cell(values.to()) + " | "
                + row.location().line()
                + " |");
    }

    private void explain(List<Finding> group) {
        Finding first = group.get(0);
        line("");
        line("- " + badge(first.effect()) + " ("
                + MarkdownText.code(first.rule().id()) + ") " + MarkdownText.words(first.message()));
        if (!first.remedy().isEmpty()) {
            line("");
            line("  What to do: " + MarkdownText.words(first.remedy()));
        }
        group.stream()
                .flatMap(finding -> judgement.reason(finding).stream())
                .distinct()
                .forEach(reason -> {
                    line("");
                    line("  Acknowledged: " + MarkdownText.words(reason));
                });
    }

    private void runbook(Runbook runbook, boolean commands) {
        line("");
        if (!runbook.hasCommands()) {
            runbook.steps()
                    .forEach(step ->
                            line("**" + MarkdownText.words(runbook.title()) + ".** " + MarkdownText.words(step.why())));
            return;
        }
        if (!commands) {
            line("Runbook: " + MarkdownText.words(runbook.title())
                    + ". Its commands do not fit here; the JSON report has them.");
            return;
        }
        String script = runbook.script();
        String fence = script.contains("```") ? "````" : "```";
        line("<details>");
        line("<summary>Runbook: " + MarkdownText.words(runbook.title()) + "</summary>");
        line("");
        line(Runbook.HOW_TO_RUN);
        line("");
        line(fence + "bash");
        text.append(script);
        line(fence);
        line("");
        line("</details>");
    }

    private static String badge(Effect effect) {
        return "**" + effect.label().toUpperCase(java.util.Locale.ROOT) + "**";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
