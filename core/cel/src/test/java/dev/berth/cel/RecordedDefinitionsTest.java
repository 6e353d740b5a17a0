package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.rules.Verdict;
import dev.berth.schema.definition.DefinitionRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the answers to definitions with those of a Kubernetes 1.36 API server: expressions are compiled, and their
 * costs estimated.
 */
class RecordedDefinitionsTest {

    @Test
    void the_definitions_whose_objects_are_recorded_are_accepted() throws IOException {
        int rules = 0;
        for (JsonNode definition : RecordedCases.definitions()) {
            rules += definition.toString().split("\"rule\":", -1).length - 1;
            assertThat(DefinitionRules.toCreation(definition).findings()).isEmpty();
        }
        assertThat(rules).isEqualTo(219);
    }

    @Test
    void every_definition_gets_the_same_answer() throws IOException {
        int cases = 0;
        int withRules = 0;
        List<String> differences = new ArrayList<>();
        for (JsonNode line : RecordedCases.lines("crd-definitions.jsonl")) {
            cases++;
            withRules += line.get("document").toString().contains("x-kubernetes-validations") ? 1 : 0;
            TreeSet<String> expected = new TreeSet<>();
            line.path("causes")
                    .forEach(cause -> expected.add(
                            cause.get(0).asText() + " " + cause.get(1).asText()));
            Verdict verdict = DefinitionRules.toCreation(line.get("document"));
            TreeSet<String> actual = new TreeSet<>();
            if (!expected.isEmpty()) {
                verdict.findings().forEach(finding -> actual.add(text(finding)));
            }
            boolean accepted = line.get("accepted").asBoolean();
            if (accepted == verdict.isRefused() || !expected.equals(actual)) {
                differences.add(line.get("id") + "\n    server: " + (accepted ? "accepted" : expected)
                        + "\n    rules:  " + verdict.findings());
            }
        }
        System.out.printf(
                "crd-definitions.jsonl: %d cases, %d of them with rules, %d agree%n",
                cases, withRules, cases - differences.size());
        assertThat(withRules).isGreaterThan(60);
        assertThat(differences).isEmpty();
    }

    private static String text(Finding finding) {
        return Objects.requireNonNull(finding.type()).reason() + " " + finding.field();
    }
}
