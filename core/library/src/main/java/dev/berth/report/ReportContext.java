package dev.berth.report;

import dev.berth.review.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * What a report knows beyond its findings.
 *
 * @param root the path from the root of the repository to the directory that the files of findings are relative to; empty
 *     if it is the root itself
 * @param review the review that the report is about, with its runbooks and its picture; empty for other commands
 * @param trees the review of each tree that changes
 */
public record ReportContext(String root, Optional<Judgement> review, List<ReviewedTree> trees) {

    public ReportContext {
        trees = List.copyOf(trees);
    }

    /** The context of a command that reports findings and has nothing else to show. */
    public static ReportContext of(String root) {
        return new ReportContext(root, Optional.empty(), List.of());
    }

    /** The context of a review, whose files are relative to the root of the repository. */
    public static ReportContext of(Judgement review, List<ReviewedTree> trees) {
        return new ReportContext("", Optional.of(review), trees);
    }

    /** The context of a review of one tree, which has no name. */
    public static ReportContext of(Judgement review) {
        return of(review, List.of(new ReviewedTree("", review, List.of())));
    }

    /** The path of a file from the root of the repository. */
    String fromRoot(String file) {
        return root.isEmpty() || file.isEmpty() ? file : root + "/" + file;
    }
}
