package dev.berth.report;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Judgement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A review as Markdown, made to be the comment of a pull request. */
public final class ReviewMarkdown {
    /** What GitHub takes in one comment is 65536 characters; this many are for the objects, the others for the rest. */
    private static final int ROOM = 45_000;

    private static final int MOST_NAMES = 20;

    private final ReviewedTree tree;
    private final Judgement judgement;
    private final int room;
    private final List<ObjectFindings> objects;
    private final StringBuilder text = new StringBuilder();

    private ReviewMarkdown(ReviewedTree tree, int trees) {
        this.tree = tree;
        this.judgement = tree.judgement();
        this.room = ROOM / trees;
        this.objects = ObjectFindings.of(judgement);
    }

    /** Returns the report of a review with a single tree. */
    public static String of(Judgement judgement) {
        return of(new ReviewedTree("", judgement, List.of()), 1);
    }

    /**
     * The Markdown, lines ended by LF.
     *
     * @param trees the number of trees that share the comment
     */
    static String of(ReviewedTree tree, int trees) {
        Judgement judgement = tree.judgement();
        ReviewMarkdown report = new ReviewMarkdown(tree, trees);
        report.head();
        report.text.append(MermaidPicture.of(report.objects, judgement.review().links()));
        report.told();
        report.changed();
        report.plain(Effect.CREATED, "Created", "");
        report.plain(
                Effect.DELETED,
                "Deleted",
                "These are deleted if the tree is applied with pruning, and stay in the cluster otherwise.");
        report.text.append(AcknowledgementHint.of(judgement));
        report.sources();
        return report.text.toString();
    }

    private void head() {
        line("## What this change does to "
                + (tree.name().isEmpty() ? "the cluster" : "the cluster of " + MarkdownText.code(tree.name())));
        line("");
        line("**" + MarkdownText.words(SummaryLine.of(judgement.review())) + "**");
        for (String note : tree.notes()) {
            line("");
            line(MarkdownText.words(note));
        }
        int failures = judgement.failures().size();
        if (failures > 0) {
            line("");
            line(
                    failures == 1
                            ? "One finding must be resolved or acknowledged before this is merged."
                            : failures + " findings must be resolved or acknowledged before this is merged.");
        }
        List<String> leftOut = judgement.review().leftOut();
        if (!leftOut.isEmpty()) {
            line("");
            line("Not reviewed, because what changes in them is not a Kubernetes object: "
                    + MarkdownText.codes(leftOut.subList(0, Math.min(MOST_NAMES, leftOut.size())))
                    + more(leftOut.size()) + ".");
        }
    }

    private void told() {
        List<ObjectFindings> told =
                objects.stream().filter(object -> !object.isPlain()).toList();
        int shown = 0;
        for (ObjectFindings object : told) {
            String section = ReviewSection.of(object, judgement, true);
            if (text.length() + section.length() > room) {
                section = ReviewSection.of(object, judgement, false);
            }
            if (text.length() + section.length() > room) {
                break;
            }
            text.append(section);
            shown++;
        }
        if (shown < told.size()) {
            line("");
            line("This comment has no room for " + (told.size() - shown)
                    + " more objects; the JSON and SARIF reports have them all.");
        }
    }

    /** Objects of which there is nothing to tell but that values are exchanged. */
    private void changed() {
        List<Finding> rows = objects.stream()
                .filter(object -> object.isPlain() && object.gravest() == Effect.IN_PLACE)
                .flatMap(object -> object.findings().stream())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        line("");
        line("### Changed in place");
        line("");
        line("The values change; no pod is replaced.");
        line("");
        line("| object | field | from | to | place |");
        line("|---|---|---|---|---|");
        for (Finding row : rows.subList(0, Math.min(MOST_NAMES, rows.size()))) {
            ShownPair values =
                    ShownPair.of(row.requireChange().from(), row.requireChange().to());
            line("| " + MarkdownText.object(row.object()) + " | " + MarkdownText.cell(row.field()) + " | "
                    + MarkdownText.cell(values.from()) + " | " + MarkdownText.cell(values.to()) + " | "
                    + (row.location().isInFile()
                            ? MarkdownText.cell(row.location().toString())
                            : "") + " |");
        }
        if (rows.size() > MOST_NAMES) {
            line("");
            line("And " + (rows.size() - MOST_NAMES) + " more fields.");
        }
    }

    /** Objects of which there is nothing to tell but that they come or go. */
    private void plain(Effect effect, String title, String meaning) {
        List<ObjectFindings> plain = objects.stream()
                .filter(object -> object.isPlain() && object.gravest() == effect)
                .toList();
        if (plain.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        for (ObjectFindings object : plain.subList(0, Math.min(MOST_NAMES, plain.size()))) {
            line("- " + MarkdownText.object(object.object())
                    + (object.place().isEmpty() ? "" : ", " + MarkdownText.code(object.place())));
        }
        if (plain.size() > MOST_NAMES) {
            line("-" + more(plain.size()));
        }
        if (!meaning.isEmpty()) {
            line("");
            line(meaning);
        }
    }

    private static String more(int size) {
        return size > MOST_NAMES ? " and " + (size - MOST_NAMES) + " more" : "";
    }

    private void sources() {
        Map<String, String> sources = new TreeMap<>();
        for (ObjectFindings object : objects) {
            for (Finding finding : object.isPlain() ? List.<Finding>of() : object.findings()) {
                sources.put(finding.rule().id(), finding.source());
            }
        }
        if (sources.isEmpty()) {
            return;
        }
        line("");
        line("<details>");
        line("<summary>Where the rules come from</summary>");
        line("");
        sources.forEach((rule, source) -> line("- " + MarkdownText.code(rule) + ": " + MarkdownText.words(source)));
        line("");
        line("</details>");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
