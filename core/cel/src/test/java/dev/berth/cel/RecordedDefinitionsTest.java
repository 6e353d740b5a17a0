package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares what is refused of the rules of definitions with the answers of a Kubernetes 1.36 API server. */
class RecordedDefinitionsTest {

    @Test
    void the_rules_of_every_definition_that_the_server_accepted_compile_within_the_limits() throws IOException {
        int rules = 0;
        for (JsonNode definition : RecordedCases.definitions()) {
            rules += definition.toString().split("\"rule\":", -1).length - 1;
            assertThat(check(definition)).isEmpty();
        }
        assertThat(rules).isEqualTo(219);
    }

    @Test
    void the_rules_of_a_definition_are_refused_as_the_server_does() throws IOException {
        int cases = 0;
        List<String> differences = new ArrayList<>();
        for (JsonNode line : RecordedCases.lines("crd-definitions.jsonl")) {
            if (!line.get("document").toString().contains("x-kubernetes-validations") || hasOtherCauses(line)) {
                continue;
            }
            cases++;
            TreeSet<String> expected = new TreeSet<>();
            line.path("causes")
                    .forEach(cause -> expected.add(cause.get(0).asText() + " " + cause.get(1).asText()));
            TreeSet<String> actual = new TreeSet<>();
            List<Finding> findings = check(line.get("document"));
            for (Finding finding : findings) {
                actual.add(Objects.requireNonNull(finding.type()).reason() + " " + finding.field());
            }
            if (!expected.equals(actual)) {
                differences.add(line.get("id") + "\n    server: " + expected + "\n    rules:  " + findings);
            }
        }
        System.out.printf("crd-definitions.jsonl: %d cases about rules, %d differ%n", cases, differences.size());
        assertThat(cases).isGreaterThan(50);
        assertThat(differences).isEmpty();
    }

    /** A cause about the structure of the schema or about a default, which is not checked here. */
    private static boolean hasOtherCauses(JsonNode line) {
        for (JsonNode cause : line.path("causes")) {
            String field = cause.get(1).asText();
            if (!field.contains("x-kubernetes-validations[") && !field.endsWith(".openAPIV3Schema")) {
                return true;
            }
        }
        return false;
    }

    private static List<Finding> check(JsonNode definition) {
        JsonNode versions = definition.at("/spec/versions");
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            FieldPath path = versions.size() == 1
                    ? FieldPath.of("spec", "validation", "openAPIV3Schema")
                    : FieldPath.of("spec").child("versions").index(i).child("schema", "openAPIV3Schema");
            Schema schema = Schema.of(versions.get(i).at("/schema/openAPIV3Schema"));
            findings.addAll(new CelRules().checkDefinition(schema, path));
        }
        return findings;
    }
}
