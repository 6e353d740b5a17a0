package dev.berth.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Compares the rules with the recorded answers of a Kubernetes 1.36 API server. */
class RecordedAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The recorded cluster: some namespaces, and the objects of every new cluster. */
    private static final ClusterFacts RECORDED =
            ClusterFacts.defaults().withNamespaces(Set.of("default", "rep", "r272", "r273"));

    @ParameterizedTest
    @CsvSource({"bases.json, create.jsonl", "more-bases.json, more-create.jsonl"})
    void every_recorded_change_gets_the_same_answer_as_from_the_server(String documents, String changes)
            throws IOException {
        JsonNode bases = JSON.readTree(resource(documents));
        ApiServerRules rules = ApiServerRules.of(RECORDED);
        Agreement agreement = new Agreement(changes);
        for (JsonNode line : lines(changes)) {
            ObjectNode document = bases.get(line.get("base").asText()).deepCopy();
            change(document, line);
            agreement.compare(line, rules.verdict(document.toString()));
        }
        agreement.conclude();
    }

    @Test
    void every_recorded_document_gets_the_same_answer_as_from_the_server() throws IOException {
        Agreement agreement = new Agreement("rules-create.jsonl");
        for (JsonNode line : lines("rules-create.jsonl")) {
            ClusterFacts facts = RECORDED.withLimitRanges(limitRanges(line.path("setup")));
            if (line.get("id").asText().equals("meta-c-namespace-mismatch")) {
                facts = facts.withRequestNamespace("default");
            }
            agreement.compare(
                    line, ApiServerRules.of(facts).verdict(line.get("document").toString()));
        }
        agreement.conclude();
    }

    private static List<LimitRange> limitRanges(JsonNode setup) {
        List<LimitRange> ranges = new ArrayList<>();
        for (JsonNode text : setup) {
            Map<String, Object> standing = new Yaml().load(text.asText());
            if ("LimitRange".equals(standing.get("kind"))) {
                ranges.add(JSON.convertValue(standing, LimitRange.class));
            }
        }
        return ranges;
    }

    private static void change(ObjectNode document, JsonNode line) {
        JsonNode path = line.get("path");
        JsonNode parent = document;
        for (int i = 0; i < path.size() - 1; i++) {
            parent = path.get(i).isInt()
                    ? parent.get(path.get(i).asInt())
                    : parent.get(path.get(i).asText());
        }
        JsonNode last = path.get(path.size() - 1);
        boolean set = line.get("op").asText().equals("set");
        if (parent instanceof ArrayNode list) {
            if (!set) {
                list.remove(last.asInt());
            } else if (last.asInt() == list.size()) {
                list.add(line.get("value"));
            } else {
                list.set(last.asInt(), line.get("value"));
            }
        } else if (parent instanceof ObjectNode object) {
            if (set) {
                object.set(last.asText(), line.get("value"));
            } else {
                object.remove(last.asText());
            }
        } else {
            throw new IllegalStateException("No such place: " + line);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = RecordedAnswersTest.class.getResourceAsStream("/oracle/" + name);
        if (stream == null) {
            throw new IllegalStateException("No recorded answers: " + name);
        }
        return stream;
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /** Counts, prints one line and the first differences, and fails on any difference. */
    private static final class Agreement {
        private static final int SHOWN = Integer.getInteger("berth.oracle.shown", 20);

        private final String name;
        private final List<String> differences = new ArrayList<>();
        private int cases;
        private int sameVerdict;
        private int refusedWithFields;
        private int sameFields;

        Agreement(String name) {
            this.name = name;
        }

        void compare(JsonNode recorded, Verdict verdict) {
            cases++;
            boolean accepted = recorded.get("accepted").asBoolean();
            int code = recorded.path("code").asInt(201);
            boolean agrees = accepted == !verdict.isRefused();
            if (agrees) {
                sameVerdict++;
            }
            Set<String> expected = new TreeSet<>();
            recorded.path("causes")
                    .forEach(cause -> expected.add(cause.get(0).asText() + " "
                            + inAnyOrder(cause.get(1).asText())));
            Set<String> actual = new TreeSet<>();
            verdict.findings()
                    .forEach(finding -> actual.add(
                            Objects.requireNonNull(finding.type()).reason() + " " + inAnyOrder(finding.field())));
            boolean fields = true;
            if (!expected.isEmpty()) {
                refusedWithFields++;
                fields = expected.equals(actual);
                if (fields) {
                    sameFields++;
                }
            } else if (!accepted && agrees) {
                boolean notFoundByAdmission =
                        code == 404 && verdict.findings().get(0).field().equals("metadata.namespace");
                fields = verdict.stage().code() == code || notFoundByAdmission;
            }
            if (!agrees || !fields) {
                differences.add(shortened(recorded) + "\n    server: " + (accepted ? "accepted" : code + " " + expected)
                        + "\n    rules:  " + verdict.stage() + " " + verdict.findings());
            }
        }

        /** The server puts claim templates before the volumes in an order that changes from request to request. */
        private static String inAnyOrder(String field) {
            return field.replaceFirst(
                    "^spec\\.template\\.spec\\.volumes\\[[0-9]+]\\.(name|persistentVolumeClaim)",
                    "spec.template.spec.volumes[*].$1");
        }

        private static String shortened(JsonNode recorded) {
            String text = recorded.toString();
            return text.length() <= 300 ? text : text.substring(0, 300) + "...";
        }

        void conclude() {
            System.out.printf(
                    "%s: %d cases, %d with the server's verdict, %d of %d refusals with its fields%n",
                    name, cases, sameVerdict, sameFields, refusedWithFields);
            differences.stream().limit(SHOWN).forEach(System.out::println);
            assertThat(cases).isGreaterThan(300);
            assertThat(differences).isEmpty();
        }
    }
}
