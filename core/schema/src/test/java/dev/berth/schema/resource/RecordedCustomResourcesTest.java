package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.schema.Schema;
import dev.berth.schema.definition.DefinitionRules;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the answers to custom resources with those of a Kubernetes 1.36 API server. */
class RecordedCustomResourcesTest {
    private static final Verdict UNKNOWN_KIND = Verdict.refused(
            Stage.KIND,
            List.of(Finding.of(Rule.ofBerth("no-definition"), "kind", FindingType.UNKNOWN_KIND, "no definition")));

    /** The recorder escaped characters beyond 16 bits as JSON does, in a patch that the server reads as YAML. */
    private static final Verdict UNREADABLE = Verdict.refused(
            Stage.DECODE,
            List.of(Finding.of(Rule.ofBerth("escape"), "", FindingType.MALFORMED, "YAML has no surrogates")));

    /** The schema of QuotaPolicy when its objects were stored: {@code spec} accepted anything. */
    private static final Schema ANYTHING = Schema.of(JsonNodeFactory.instance.objectNode());

    @Test
    void every_object_gets_the_same_answer_on_creation() throws IOException {
        Recorded recorded = new Recorded();
        Agreement agreement = new Agreement("crd-create.jsonl");
        for (JsonNode line : Recorded.lines("crd-create.jsonl")) {
            ObjectNode document = recorded.changed(line);
            ServedKind kind = recorded.kindOf(document);
            agreement.compare(
                    line,
                    kind == null
                            ? UNKNOWN_KIND
                            : new CustomResourceRules(kind).toCreation(document).verdict());
        }
        agreement.conclude();
    }

    @Test
    void every_object_gets_the_same_answer_on_update() throws IOException {
        Recorded recorded = new Recorded();
        Agreement agreement = new Agreement("crd-update.jsonl");
        for (JsonNode line : Recorded.lines("crd-update.jsonl")) {
            ObjectNode document = recorded.changed(line);
            ServedKind kind = recorded.kindOf(document);
            agreement.compare(line, kind == null ? UNKNOWN_KIND : update(recorded.base(line), document, kind, line));
        }
        agreement.conclude();
    }

    @Test
    void every_definition_gets_the_same_answer_on_creation() throws IOException {
        Agreement agreement = new Agreement("crd-definitions.jsonl");
        for (JsonNode line : Recorded.lines("crd-definitions.jsonl")) {
            agreement.compare(line, DefinitionRules.toCreation(line.get("document")));
        }
        agreement.conclude();
    }

    private static Verdict update(ObjectNode base, ObjectNode document, ServedKind kind, JsonNode line) {
        CustomResourceRules rules = new CustomResourceRules(kind);
        ObjectNode stored = rules.stored(base);
        if (!line.get("method").asText().equals("apply")) {
            return rules.toUpdate(stored, document).verdict();
        }
        if (line.path("value").asText().chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return UNREADABLE;
        }
        Schema earlier = kind.name().equals("QuotaPolicy") ? ANYTHING : kind.schema();
        return rules.toApply(base, earlier, stored, document).verdict();
    }
}
