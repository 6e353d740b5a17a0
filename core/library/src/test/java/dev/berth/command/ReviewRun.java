package dev.berth.command;

import dev.berth.review.ApplyOptions;
import dev.berth.review.TreeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs a review, and returns why it fails. */
final class ReviewRun {

    private ReviewRun() {}

    static Optional<String> review(
            TreeSource before,
            TreeSource after,
            Map<String, Path> reports,
            Set<String> failOn,
            Optional<Path> acknowledgements,
            Optional<String> kubernetesVersion,
            Consumer<String> lines) {
        return new ReviewCommand(
                        before,
                        after,
                        Optional.empty(),
                        List.copyOf(reports.values()),
                        failOn,
                        acknowledgements,
                        kubernetesVersion,
                        ApplyOptions.DEFAULT)
                .run(new Lines(lines))
                .failure();
    }
}
