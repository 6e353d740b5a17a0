package dev.berth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Rule RULE = Rule.ofBerth("rule");
    private static final FieldPath FIELD = FieldPath.of("spec");

    @Test
    void an_unsupported_value_names_the_supported_ones() {
        assertThat(message(findings -> findings.notSupported(RULE, FIELD, "x", List.of("A", "B"))))
                .isEqualTo("Unsupported value: \"x\": must be one of A, B");
        assertThat(message(findings -> findings.notSupported(RULE, FIELD, true, List.of("false"))))
                .isEqualTo("Unsupported value: true: must be false");
        assertThat(message(findings -> findings.oneOf(RULE, FIELD, "x", List.of(""))))
                .isEqualTo("Unsupported value: \"x\": must be empty");
    }

    @Test
    void what_exceeds_a_limit_names_the_limit() {
        assertThat(message(findings -> findings.tooLong(RULE, FIELD, 63, "characters")))
                .isEqualTo("Too long: must have at most 63 characters");
        assertThat(message(findings -> findings.tooMany(RULE, FIELD, 9, 8)))
                .isEqualTo("Too many: 9: must have at most 8 items");
    }

    private static String message(Consumer<Findings> rule) {
        Findings findings = new Findings();
        rule.accept(findings);
        assertThat(findings.list()).hasSize(1);
        return findings.list().stream().map(Finding::message).findFirst().orElseThrow();
    }
}
