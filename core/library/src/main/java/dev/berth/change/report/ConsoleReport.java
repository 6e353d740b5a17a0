package dev.berth.change.report;

import dev.berth.change.Judgement;
import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.Effect;
import java.util.List;
import java.util.Locale;

/** A review as text for a terminal. */
public final class ConsoleReport {
    private final Judgement judgement;
    private final StringBuilder text = new StringBuilder();

    private ConsoleReport(Judgement judgement) {
        this.judgement = judgement;
    }

    /** The text, lines ended by LF. */
    public static String of(Judgement judgement) {
        ConsoleReport report = new ConsoleReport(judgement);
        report.line(SummaryLine.of(judgement.review()));
        for (ObjectFindings object : ObjectFindings.of(judgement)) {
            report.object(object);
        }
        for (String place : judgement.review().leftOut()) {
            report.line("");
            report.line("Left out: " + place + " is no Kubernetes object.");
        }
        return report.text.toString();
    }

    private void object(ObjectFindings object) {
        line("");
        line(object.object() + (object.place().isEmpty() ? "" : "  (" + object.place() + ")"));
        for (List<ChangeFinding> group : object.byMessage()) {
            ChangeFinding first = group.get(0);
            line("  " + first.effect().label().toUpperCase(Locale.ROOT) + "  [" + first.rule() + "]");
            for (ChangeFinding finding : group) {
                if (!finding.field().isEmpty()) {
                    line("    " + finding.field() + ": " + value(finding.from()) + " -> " + value(finding.to()));
                }
            }
            line("    " + first.message());
            if (!first.remedy().isEmpty() && first.effect() != Effect.REFUSED) {
                line("    What to do: " + first.remedy());
            }
            for (ChangeFinding finding : group) {
                judgement.reason(finding).ifPresent(reason -> line("    Acknowledged: " + reason));
            }
        }
        object.runbook().ifPresent(runbook -> {
            line("  Runbook: " + runbook.title());
            runbook.script().lines().forEach(command -> line(command.isEmpty() ? "" : "    " + command));
        });
    }

    private static String value(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return "(none)";
        }
        String line = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
