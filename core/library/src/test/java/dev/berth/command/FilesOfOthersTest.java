package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.DirectorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that Berth did not render: a Helm chart with a new version and a larger claim, and a Kustomize List. */
class FilesOfOthersTest {

    private static final Path REVIEWS = Path.of("src/test/resources/review");

    @ParameterizedTest
    @ValueSource(strings = {"chart", "kustomize"})
    void trees_of_other_tools_are_reviewed_in_the_same_way(String tool) throws IOException {
        Path directory = REVIEWS.resolve(tool);
        List<String> console = new ArrayList<>();

        Optional<String> failure = ReviewRun.review(
                new DirectorySource(directory.resolve("before"), "before"),
                new DirectorySource(directory.resolve("after"), "after"),
                Map.of(),
                Set.of("REFUSED", "DATA_LOSS"),
                Optional.empty(),
                Optional.empty(),
                console::add);

        String told = String.join("\n", console) + "\n\n" + failure.orElse("The review passes.") + "\n";
        assertThat(told).isEqualTo(Files.readString(directory.resolve("expected.txt")));
    }
}
