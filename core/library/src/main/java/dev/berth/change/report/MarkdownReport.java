package dev.berth.change.report;

import dev.berth.change.Judgement;
import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.Effect;
import dev.berth.change.runbook.Runbook;
import dev.berth.manifest.ObjectId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A review as Markdown, made to be the comment of a pull request. */
public final class MarkdownReport {
    /** What GitHub takes in one comment is 65536 characters; beyond this many the objects are only counted. */
    private static final int ROOM = 60_000;

    private final Judgement judgement;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Judgement judgement) {
        this.judgement = judgement;
    }

    /** The Markdown, lines ended by LF. */
    public static String of(Judgement judgement) {
        MarkdownReport report = new MarkdownReport(judgement);
        List<ObjectFindings> objects = ObjectFindings.of(judgement);
        report.line("## What this change does to the cluster");
        report.line("");
        report.line("**" + SummaryLine.of(judgement.review()) + "**");
        report.failures();
        report.text.append(MermaidPicture.of(objects));
        int shown = 0;
        for (ObjectFindings object : objects) {
            int before = report.text.length();
            report.object(object);
            if (report.text.length() > ROOM) {
                report.text.setLength(before);
                break;
            }
            shown++;
        }
        if (shown < objects.size()) {
            report.line("");
            report.line("There is no room here for " + (objects.size() - shown)
                    + " more objects; the JSON and SARIF reports have them all.");
        }
        report.sources(objects.subList(0, shown));
        return report.text.toString();
    }

    private void failures() {
        int failures = judgement.failures().size();
        if (failures > 0) {
            line("");
            line(
                    failures == 1
                            ? "One finding has to be resolved or acknowledged before this is merged."
                            : failures + " findings have to be resolved or acknowledged before this is merged.");
        }
    }

    private void object(ObjectFindings object) {
        line("");
        line("### " + heading(object.object()));
        if (!object.place().isEmpty()) {
            line("");
            line(MarkdownText.code(object.place()));
        }
        table(object);
        line("");
        for (List<ChangeFinding> group : object.byMessage()) {
            explain(group);
        }
        object.runbook().ifPresent(this::runbook);
    }

    private void table(ObjectFindings object) {
        List<ChangeFinding> rows = object.findings().stream()
                .filter(finding -> !finding.field().isEmpty())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        line("");
        line("| verdict | field | from | to |");
        line("|---|---|---|---|");
        rows.stream().map(MarkdownReport::row).distinct().forEach(this::line);
    }

    private static String row(ChangeFinding row) {
        return "| " + badge(row.effect()) + " | "
                + MarkdownText.code(row.field()).replace("|", "\\|") + " | " + MarkdownText.cell(row.from()) + " | "
                + MarkdownText.cell(row.to()) + " |";
    }

    private void explain(List<ChangeFinding> group) {
        ChangeFinding first = group.get(0);
        StringBuilder line = new StringBuilder("- ")
                .append(badge(first.effect()))
                .append(" (")
                .append(MarkdownText.code(first.rule()))
                .append(") ")
                .append(MarkdownText.words(first.message()));
        if (!first.remedy().isEmpty()) {
            line.append(" *").append(MarkdownText.words(first.remedy())).append('*');
        }
        line(line.toString());
        group.stream()
                .flatMap(finding -> judgement.reason(finding).stream())
                .distinct()
                .forEach(reason -> line("  - Acknowledged: " + MarkdownText.words(reason)));
    }

    private void runbook(Runbook runbook) {
        line("");
        line("<details>");
        line("<summary>Runbook: " + MarkdownText.words(runbook.title()) + "</summary>");
        line("");
        if (runbook.hasCommands()) {
            String script = runbook.script();
            String fence = script.contains("```") ? "````" : "```";
            line(fence + "bash");
            text.append(script);
            line(fence);
        } else {
            runbook.steps().forEach(step -> line(MarkdownText.words(step.why())));
        }
        line("");
        line("</details>");
    }

    private void sources(List<ObjectFindings> objects) {
        Map<String, String> sources = new TreeMap<>();
        for (ObjectFindings object : objects) {
            object.findings().forEach(finding -> sources.put(finding.rule(), finding.source()));
        }
        if (sources.isEmpty() && judgement.review().leftOut().isEmpty()) {
            return;
        }
        line("");
        line("<details>");
        line("<summary>Where the rules come from</summary>");
        line("");
        sources.forEach((rule, source) -> line("- " + MarkdownText.code(rule) + ": " + MarkdownText.words(source)));
        judgement
                .review()
                .leftOut()
                .forEach(place -> line("- Left out: " + MarkdownText.code(place) + " is no Kubernetes object."));
        line("");
        line("</details>");
    }

    private static String heading(ObjectId object) {
        return MarkdownText.words(object.kind()) + " " + MarkdownText.code(object.name())
                + (object.namespace().isEmpty() ? "" : " in " + MarkdownText.code(object.namespace()));
    }

    private static String badge(Effect effect) {
        return "**" + effect.label().toUpperCase(Locale.ROOT) + "**";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
