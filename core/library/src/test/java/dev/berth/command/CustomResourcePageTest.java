package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of the page about custom resources: what {@code validate} prints. */
class CustomResourcePageTest {

    @Test
    void validate_prints_what_the_page_shows() throws IOException, URISyntaxException {
        Path example = Path.of(
                Objects.requireNonNull(getClass().getResource("/custom")).toURI());
        List<String> lines = new ArrayList<>();

        new ValidateCommand(example.resolve("tree"), "", Optional.empty(), List.of(), Map.of(), List.of())
                .run(new Lines(lines::add));

        assertThat(lines.stream().filter(line -> line.contains(": error: ")).toList())
                .isEqualTo(Files.readAllLines(example.resolve("expected.txt")));
    }
}
