package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Level;
import dev.berth.lint.rule.SetRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the page that lists the rules with the rules. */
class LintPageTest {

    private static final Path PAGE = Path.of("../../docs/lint.md");

    @Test
    void the_page_has_a_line_for_each_rule_and_no_other() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(lines)
                .containsExactlyElementsOf(
                        LintRules.all().stream().map(LintPageTest::line).toList());
    }

    private static String line(SetRule rule) {
        String severity = rule.level() == Level.ERROR ? "broken" : "risk";
        return "| `%s` | %s | %s | %s |".formatted(rule.rule().id(), severity, rule.consequence(), rule.remedy());
    }
}
