package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.review.runbook.Phase;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The runbooks as a person reads them. {@code RunbooksRunTest} runs them.
 *
 * <p>{@code mvn test -pl core/review -Dtest=RunbooksTest -Dberth.rerender=true} rewrites the expected files.
 */
class RunbooksTest {
    private static final Path EXPECTED = Path.of("src/test/resources/review/runbooks");
    private static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");
    private static final Path FUNCTIONS = Path.of("src/main/resources/dev/berth/review/runbook/functions.sh");

    @ParameterizedTest
    @EnumSource
    void a_person_reads_these_steps(RunbookChange change) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Runbook runbook : change.review().runbooks()) {
            text.append("# ")
                    .append(runbook.object())
                    .append(": ")
                    .append(runbook.title())
                    .append("\n\n");
            text.append(runbook.script().substring(runbook.script().indexOf("# 1. ")));
            text.append('\n');
        }
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file(change), text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file(change)));
    }

    @ParameterizedTest
    @EnumSource
    void the_commands_are_clean(RunbookChange change, @TempDir Path directory) throws Exception {
        List<Runbook> runbooks = change.review().runbooks();
        assertThat(runbooks).isNotEmpty();
        for (Runbook runbook : runbooks) {
            Path script = directory.resolve("runbook.sh");
            Files.writeString(script, "#!/usr/bin/env bash\n" + runbook.script());
            assertThat(output("bash", "-n", script.toString()))
                    .as(runbook.script())
                    .isEmpty();
            assumeTrue(Files.isExecutable(SHELLCHECK), "shellcheck is not installed");
            assertThat(output(SHELLCHECK.toString(), "--severity=style", script.toString()))
                    .as(runbook.script())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_wait_ends_and_every_runbook_explains_the_way_back(RunbookChange change) {
        for (Runbook runbook : change.review().runbooks()) {
            assertThat(runbook.script().lines())
                    .filteredOn(line -> line.matches("\\s*kubectl (delete|wait|rollout status) .*"))
                    .allMatch(line -> line.contains(" --timeout="));
            if (runbook.hasCommands()) {
                assertThat(runbook.steps()).extracting(Step::phase).contains(Phase.AFTERWARDS);
            }
        }
    }

    @Test
    void the_functions_are_clean() throws Exception {
        assertThat(output("bash", "-n", FUNCTIONS.toString())).isEmpty();
        assumeTrue(Files.isExecutable(SHELLCHECK), "shellcheck is not installed");
        assertThat(output(SHELLCHECK.toString(), "--severity=style", FUNCTIONS.toString()))
                .isEmpty();
    }

    @Test
    void every_expected_file_belongs_to_a_change() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(RunbookChange.values())
                            .map(RunbooksTest::file)
                            .toList());
        }
    }

    private static Path file(RunbookChange change) {
        return EXPECTED.resolve(change.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
