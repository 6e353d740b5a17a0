package dev.berth.command;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.report.ReportContext;
import dev.berth.report.ReportRequest;
import dev.berth.report.Reports;
import dev.berth.report.ReviewText;
import dev.berth.report.SummaryLine;
import dev.berth.review.Acknowledgements;
import dev.berth.review.ApplyOptions;
import dev.berth.review.InvalidReviewException;
import dev.berth.review.Judgement;
import dev.berth.review.TreeSource;
import dev.berth.review.model.UnreadableTreeException;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reviews one tree against another: what a cluster does with the change.
 *
 * @param before the old tree
 * @param after the new tree
 * @param format the format of what is printed: a name of {@link dev.berth.report.ReportFormat}; defaults to {@code text}
 * @param reports the files to write, in the formats that their extensions name
 * @param failOn the verdicts that fail: names of {@link Effect}
 * @param acknowledgements the file of findings that are acknowledged
 * @param kubernetesVersion the version of Kubernetes that the cluster runs, such as {@code 1.37}; defaults to {@link
 *     KubernetesVersion#recorded()}
 * @param apply how the new tree is applied
 */
public record ReviewCommand(
        TreeSource before,
        TreeSource after,
        Optional<String> format,
        List<Path> reports,
        Set<String> failOn,
        Optional<Path> acknowledgements,
        Optional<String> kubernetesVersion,
        ApplyOptions apply)
        implements Command {

    public ReviewCommand {
        reports = List.copyOf(reports);
        failOn = Set.copyOf(failOn);
    }

    @Override
    public Result run(Console console) {
        try {
            KubernetesVersion version =
                    kubernetesVersion.map(KubernetesVersion::of).orElseGet(KubernetesVersion::recorded);
            Set<Effect> failing = effects();
            ReportRequest request = ReportRequest.of(format, reports);
            Acknowledgements accepted =
                    acknowledgements.isPresent() ? read(acknowledgements.get()) : Acknowledgements.none();
            TreeReviews reviews = TreeReviews.of(before, after, version, apply);
            Judgement judgement = Judgement.of(reviews.all(), accepted, failing);
            ReportContext context = ReportContext.of(judgement, reviews.trees(accepted, failing));
            try (Reports open = Reports.start(request, context, console::print)) {
                for (Finding finding : judgement.review().findings()) {
                    open.add(finding, judgement.reason(finding));
                }
                open.finish(SummaryLine.of(judgement.review()));
            }
            return verdict(judgement);
        } catch (InvalidValueException e) {
            return Result.unusable(String.valueOf(e.getMessage()));
        } catch (InvalidReviewException e) {
            return Result.unusable(String.join("\n", e.problems()));
        } catch (UnreadableTreeException e) {
            return Result.unusable("The trees cannot be reviewed:\n" + String.join("\n", e.problems()));
        } catch (IOException e) {
            return Result.unusable("The review cannot be written: " + e.getMessage());
        }
    }

    private Result verdict(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        if (!judgement.failures().isEmpty()) {
            int count = judgement.failures().size();
            lines.add("The review has " + count + (count == 1 ? " finding" : " findings")
                    + " to resolve or to acknowledge:");
            for (Finding failure : judgement.failures()) {
                lines.add("    " + ReviewText.line(failure));
            }
            lines.add("The report says what happens and what to do; -Dberth.report=review.md writes it to a file.");
        }
        for (Acknowledgement entry : judgement.unmatched()) {
            lines.add(acknowledgements.map(Path::toString).orElse("") + ": nothing was found for " + entry
                    + ": remove the entry, or correct it");
        }
        return lines.isEmpty() ? Result.passed() : Result.failed(String.join("\n", lines));
    }

    private Set<Effect> effects() {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        for (String name : failOn) {
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

    private static Acknowledgements read(Path file) throws IOException {
        try {
            return Acknowledgements.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new InvalidReviewException(List.of(file + ": no such file of acknowledgements"));
        }
    }
}
