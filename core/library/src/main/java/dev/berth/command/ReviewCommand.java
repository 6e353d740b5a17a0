package dev.berth.command;

import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Acknowledgements;
import dev.berth.review.InvalidReviewException;
import dev.berth.review.Judgement;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.TreeSource;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.model.UnreadableTreeException;
import dev.berth.review.report.ConsoleReport;
import dev.berth.review.report.JsonReport;
import dev.berth.review.report.MarkdownReport;
import dev.berth.review.report.SarifReport;
import dev.berth.rules.version.KubernetesVersion;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The review as a command: two trees in, reports and a verdict out. */
public final class ReviewCommand {
    private static final Map<String, Function<Judgement, String>> REPORTS = new TreeMap<>(Map.of(
            "text", ConsoleReport::of,
            "markdown", MarkdownReport::of,
            "json", JsonReport::of,
            "sarif", SarifReport::of));

    private ReviewCommand() {}

    /**
     * Reviews one tree against another.
     *
     * @param before the old tree
     * @param after the new tree
     * @param reports the files to write, by {@code text}, {@code markdown}, {@code json} or {@code sarif}
     * @param failOn the verdicts that fail: names of {@link Effect}
     * @param acknowledgements the file of acknowledged findings
     * @param kubernetesVersion the version of Kubernetes that the cluster runs, such as {@code 1.37}; defaults to {@link
     *     KubernetesVersion#recorded()}
     * @param info takes the report for people, line by line
     * @return why the review fails, in one or several lines; empty where it does not
     */
    public static Optional<String> review(
            TreeSource before,
            TreeSource after,
            Map<String, Path> reports,
            Set<String> failOn,
            Optional<Path> acknowledgements,
            Optional<String> kubernetesVersion,
            Consumer<String> info) {
        try {
            KubernetesVersion version =
                    kubernetesVersion.map(KubernetesVersion::of).orElseGet(KubernetesVersion::recorded);
            Set<Effect> failing = effects(failOn);
            kinds(reports.keySet());
            Acknowledgements accepted =
                    acknowledgements.isPresent() ? read(acknowledgements.get()) : Acknowledgements.none();
            Review review = review(before, after, version);
            Judgement judgement = Judgement.of(review, accepted, failing);
            ConsoleReport.of(judgement).lines().forEach(info);
            for (Map.Entry<String, Function<Judgement, String>> report : REPORTS.entrySet()) {
                Path file = reports.get(report.getKey());
                if (file != null) {
                    write(file, report.getValue().apply(judgement));
                }
            }
            return verdict(judgement, acknowledgements);
        } catch (InvalidValueException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (InvalidReviewException e) {
            return Optional.of(String.join("\n", e.problems()));
        } catch (UnreadableTreeException e) {
            return Optional.of("The trees cannot be reviewed:\n" + String.join("\n", e.problems()));
        } catch (IOException e) {
            return Optional.of("The review cannot be written: " + e.getMessage());
        }
    }

    private static Review review(TreeSource before, TreeSource after, KubernetesVersion version) {
        List<String> problems = new ArrayList<>();
        var trees = new ArrayList<ObjectTree>();
        for (TreeSource source : List.of(before, after)) {
            try {
                trees.add(ObjectTreeReader.read(source.name(), source.root(), source.files()));
            } catch (IOException e) {
                problems.add(String.valueOf(e.getMessage()));
            } catch (UnreadableTreeException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableTreeException(problems);
        }
        return Reviewer.review(trees.get(0), trees.get(1), version);
    }

    private static Optional<String> verdict(Judgement judgement, Optional<Path> acknowledgements) {
        List<String> lines = new ArrayList<>();
        if (!judgement.failures().isEmpty()) {
            int count = judgement.failures().size();
            lines.add("The review has " + count + (count == 1 ? " finding" : " findings")
                    + " to resolve or to acknowledge:");
            for (Finding failure : judgement.failures()) {
                lines.add("    " + ConsoleReport.line(failure));
            }
            lines.add("The report says what happens and what to do; -Dberth.report=review.md writes it to a file.");
        }
        for (Acknowledgement entry : judgement.unmatched()) {
            lines.add(acknowledgements.map(Path::toString).orElse("") + ": nothing was found for " + entry
                    + ": remove the entry, or correct it");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static Set<Effect> effects(Set<String> names) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        for (String name : names) {
            try {
                effects.add(Effect.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new InvalidReviewException(List.of("failOn: no verdict is called \"" + name + "\"; there are "
                        + String.join(
                                ", ",
                                EnumSet.allOf(Effect.class).stream()
                                        .map(Effect::name)
                                        .toList())));
            }
        }
        return effects;
    }

    private static void kinds(Set<String> kinds) {
        for (String kind : kinds) {
            if (!REPORTS.containsKey(kind)) {
                throw new InvalidReviewException(List.of(
                        "no report is called \"" + kind + "\"; there are " + String.join(", ", REPORTS.keySet())));
            }
        }
    }

    private static Acknowledgements read(Path file) throws IOException {
        try {
            return Acknowledgements.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new InvalidReviewException(List.of(file + ": no such file of acknowledgements"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
