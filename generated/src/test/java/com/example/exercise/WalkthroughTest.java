package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.command.Console;
import dev.berth.command.ReviewCommand;
import dev.berth.review.ApplyOptions;
import dev.berth.review.DirectorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in {@code docs/STEP_BY_STEP.md}, and what the review prints in it. */
class WalkthroughTest {
    private static final Path PAGE = Path.of("../docs/STEP_BY_STEP.md");
    private static final Path MANIFESTS = Path.of("manifests");

    @Test
    void step_8_shows_what_the_review_prints(@TempDir Path changed) throws IOException {
        try (Stream<Path> files = Files.list(MANIFESTS)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("redis:7.2-alpine", "redis:7.4-alpine");
                Files.writeString(changed.resolve(file.getFileName().toString()), text);
            }
        }
        List<String> printed = new ArrayList<>();

        new ReviewCommand(
                        new DirectorySource(MANIFESTS, "generated/manifests"),
                        new DirectorySource(changed, "generated/manifests"),
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ApplyOptions.DEFAULT)
                .run(new Recorder(printed));

        assertThat(page()).contains("\n…\n" + String.join("\n", printed).strip() + "\n```\n");
    }

    @Test
    void everything_is_applied_in_the_same_way() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("$ kubectl apply")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.startsWith("$ kubectl apply --server-side -f generated/"));
    }

    @Test
    void objects_of_the_namespace_are_deleted_from_it() throws IOException {
        assertThat(page().lines().filter(line -> line.matches("[a-z.]+ \"[^\"]+\" deleted.*")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.endsWith(" deleted from statefulset-demo namespace")
                        || line.matches("(persistentvolume|storageclass\\.storage\\.k8s\\.io|namespace) .*\" deleted"));
    }

    /** Collects what a command prints, and ignores its log. */
    private record Recorder(List<String> printed) implements Console {

        @Override
        public void print(String line) {
            printed.add(line);
        }

        @Override
        public void info(String line) {}

        @Override
        public void debug(String line, Throwable thrown) {}
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
