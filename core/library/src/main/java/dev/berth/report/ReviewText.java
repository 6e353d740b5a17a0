package dev.berth.report;

import dev.berth.finding.Finding;
import dev.berth.review.Judgement;
import dev.berth.review.runbook.Runbook;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A review as text for a terminal. */
public final class ReviewText {
    private final Judgement judgement;
    private final StringBuilder text = new StringBuilder();

    private ReviewText(Judgement judgement) {
        this.judgement = judgement;
    }

    /** The text, lines ended by LF. */
    static String of(ReviewedTree tree) {
        Judgement judgement = tree.judgement();
        ReviewText report = new ReviewText(judgement);
        report.line((tree.name().isEmpty() ? "" : tree.name() + ": ") + SummaryLine.of(judgement.review()));
        tree.notes().forEach(report::line);
        for (ObjectFindings object : ObjectFindings.of(judgement)) {
            report.object(object);
        }
        for (String file : judgement.review().leftOut()) {
            report.line("");
            report.line("Not reviewed: " + file + " changes, and is not a Kubernetes object.");
        }
        return report.text.toString();
    }

    /** One finding in one line. */
    public static String line(Finding finding) {
        ShownPair values = ShownPair.of(
                finding.requireChange().from(), finding.requireChange().to());
        return finding.effect() + " " + finding.object()
                + (finding.field().isEmpty()
                        ? ""
                        : ": " + finding.field() + ": " + value(values.from()) + " -> " + value(values.to()))
                + " [" + finding.rule().id() + "]"
                + (finding.location().isInFile() ? " at " + finding.location() : "");
    }

    private void object(ObjectFindings object) {
        line("");
        line(object.object() + (object.place().isEmpty() ? "" : "  (" + object.place() + ")"));
        for (List<Finding> group : object.byMessage()) {
            Finding first = group.get(0);
            line("  " + first.effect().label().toUpperCase(Locale.ROOT) + "  ["
                    + first.rule().id() + "]");
            for (Finding finding : group) {
                if (!finding.field().isEmpty()) {
                    ShownPair values = ShownPair.of(
                            finding.requireChange().from(),
                            finding.requireChange().to());
                    line("    " + finding.field() + ": " + value(values.from()) + " -> " + value(values.to()));
                }
            }
            line("    " + first.message());
            if (!first.remedy().isEmpty()) {
                line("    What to do: " + first.remedy());
            }
            for (Finding finding : group) {
                judgement.reason(finding).ifPresent(reason -> line("    Acknowledged: " + reason));
            }
        }
        for (Runbook runbook : object.runbooks()) {
            if (runbook.hasCommands()) {
                line("  Runbook: " + runbook.title());
                runbook.script().lines().forEach(command -> line(command.isEmpty() ? "" : "    " + command));
            } else {
                runbook.steps().forEach(step -> line("  " + runbook.title() + ". " + step.why()));
            }
        }
    }

    private static String value(@Nullable String value) {
        return value == null ? "(none)" : value;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
