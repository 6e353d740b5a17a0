package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Finding;
import dev.berth.validate.Validation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The example of the documentation: a definition with rules, objects that break them, and what is reported. */
class LampsTest {
    private static final Path PAGE = Path.of("../../docs/custom-resource-rules.md");

    @Test
    void objects_that_break_rules_are_reported_as_the_page_shows() throws Exception {
        String expected = Files.readString(resource("expected.txt"));
        assertThat(validated("tree", Finding::line)).isEqualTo(expected.lines().toList());
        assertThat(Files.readString(PAGE)).contains(expected);
    }

    @Test
    void rules_that_do_not_compile_or_cost_too_much_are_reported_as_the_page_shows() throws Exception {
        String expected = Files.readString(resource("expected-broken.txt"));
        assertThat(validated(
                        "broken",
                        finding -> finding.text() + " (" + finding.rule().id() + ")"))
                .containsExactlyInAnyOrderElementsOf(expected.lines().toList());
        assertThat(Files.readString(PAGE)).contains(expected);
    }

    private static List<String> validated(String directory, Function<Finding, String> text) throws Exception {
        List<String> lines = new ArrayList<>();
        Validation.of(resource(directory), Map.of(), Set.of(), finding -> lines.add(text.apply(finding)));
        return lines;
    }

    private static Path resource(String name) throws IOException, URISyntaxException {
        return Path.of(Objects.requireNonNull(LampsTest.class.getResource("/lamps/" + name))
                .toURI());
    }
}
