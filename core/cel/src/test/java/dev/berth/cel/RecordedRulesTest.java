package dev.berth.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.Finding;
import dev.berth.schema.Schema;
import dev.berth.schema.resource.CustomResourceRules;
import dev.berth.schema.resource.CustomResourceRules.Answer;
import dev.berth.schema.resource.ServedKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Compares the answers to custom resources with those of a Kubernetes 1.36 API server, rules included: the verdict, and
 * the reasons and fields of all causes, and the fields of the warnings.
 */
class RecordedRulesTest {
    /** The schema of QuotaPolicy when its objects were stored: {@code spec} accepted anything. */
    private static final Schema ANYTHING = Schema.of(JsonNodeFactory.instance.objectNode());

    private final RecordedCases recorded = new RecordedCases();
    private final List<String> differences = new ArrayList<>();
    private int cases;
    private int byRules;

    RecordedRulesTest() throws IOException {}

    @Test
    void rules_decide_about_new_objects_as_the_server_does() throws IOException {
        compare("crd-create.jsonl", this::created);
        assertThat(byRules).isGreaterThan(800);
    }

    @Test
    void rules_decide_about_updates_as_the_server_does() throws IOException {
        compare("crd-update.jsonl", this::updated);
        assertThat(byRules).isGreaterThan(1000);
    }

    private Answer created(JsonNode line) {
        ObjectNode document = recorded.changed(line);
        return new CustomResourceRules(kind(document)).toCreation(document);
    }

    private Answer updated(JsonNode line) {
        ObjectNode document = recorded.changed(line);
        ObjectNode base = recorded.base(line);
        CustomResourceRules rules = new CustomResourceRules(kind(document));
        ObjectNode stored = rules.stored(base);
        if (!line.get("method").asText().equals("apply")) {
            return rules.toUpdate(stored, document);
        }
        Schema schema = kind(document).schema();
        Schema earlier = kind(document).name().equals("QuotaPolicy") ? ANYTHING : schema;
        return rules.toApply(base, earlier, stored, document);
    }

    private ServedKind kind(JsonNode document) {
        return Objects.requireNonNull(recorded.kindOf(document));
    }

    /** Rules are evaluated for the lines that they decided, and for those that the server accepts. */
    private void compare(String file, Function<JsonNode, Answer> answers) throws IOException {
        for (JsonNode line : RecordedCases.lines(file)) {
            boolean byRule =
                    line.path("cel").asBoolean() || line.path("celAlso").asBoolean();
            if (byRule || line.get("accepted").asBoolean()) {
                cases++;
                byRules += byRule ? 1 : 0;
                compare(line, answers.apply(line));
            }
        }
        System.out.printf(
                "%s: %d cases, %d of them refused by rules, %d agree%n",
                file, cases, byRules, cases - differences.size());
        assertThat(differences).isEmpty();
    }

    private void compare(JsonNode line, Answer answer) {
        Set<String> expected = new TreeSet<>();
        line.path("causes")
                .forEach(cause ->
                        expected.add(cause.get(0).asText() + " " + cause.get(1).asText()));
        Set<String> actual = new TreeSet<>();
        for (Finding finding : answer.verdict().findings()) {
            String field = finding.field().isEmpty() ? "<nil>" : finding.field();
            actual.add(Objects.requireNonNull(finding.type()).reason() + " " + field);
        }
        List<String> warned = new ArrayList<>();
        line.path("warnings").forEach(field -> warned.add(field.asText()));
        warned.removeIf(field -> !field.startsWith("spec")); // about metadata, which no rule checks
        List<String> warnings =
                new ArrayList<>(answer.warnings().stream().map(Finding::field).toList());
        warned.sort(null);
        warnings.sort(null);
        if (!expected.equals(actual) || !warned.equals(warnings)) {
            differences.add(line + "\n    server: " + expected + " and warnings " + warned + "\n    rules:  "
                    + answer.verdict().findings() + " and warnings " + answer.warnings() + "\n");
        }
    }
}
