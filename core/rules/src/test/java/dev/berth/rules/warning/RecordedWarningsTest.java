package dev.berth.rules.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.decode.ManifestReader;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares the warnings with those that a Kubernetes 1.36 API server sent. */
class RecordedWarningsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_recorded_object_gets_the_warnings_that_the_server_sent() throws IOException {
        List<String> differences = new ArrayList<>();
        int cases = 0;
        int warned = 0;
        for (JsonNode line : lines()) {
            cases++;
            List<String> expected = new ArrayList<>();
            line.get("warnings").forEach(field -> expected.add(field.asText()));
            warned += expected.isEmpty() ? 0 : 1;
            List<Finding> found = warnings(line);
            List<String> actual =
                    new ArrayList<>(found.stream().map(Finding::field).toList());
            if (actual.size() > expected.size() && wasCutOff(line)) {
                actual = actual.subList(0, expected.size());
            }
            expected.sort(null);
            actual.sort(null);
            if (!expected.equals(actual)) {
                differences.add(line.get("id").asText() + "\n    server: " + expected + "\n    rules:  " + found);
            }
        }
        System.out.printf(
                "warnings.jsonl: %d cases (%d with warnings), %d with the server's warned fields%n",
                cases, warned, cases - differences.size());
        differences.forEach(System.out::println);
        assertThat(cases).isEqualTo(564);
        assertThat(differences).isEmpty();
    }

    /** A server sends at most 4096 characters of warnings; Berth reports all of them. */
    private static boolean wasCutOff(JsonNode line) {
        return line.get("id").asText().endsWith("-truncated-4096");
    }

    private static List<Finding> warnings(JsonNode line) {
        if (line.path("fieldValidation").asText().equals("Warn")) {
            return unknownFields(line.get("document"));
        }
        if (line.has("document")) {
            List<Finding> warnings = new ArrayList<>(ServerWarnings.onCreation(decoded(line.get("document"))));
            line.path("setup").forEach(namespace -> warnings.addAll(podSecurity(line.get("document"), namespace)));
            return warnings;
        }
        if (line.has("setup")) {
            return enforcement(line);
        }
        JsonNode after = decoded(line.get("after"));
        return line.has("subresource")
                ? ServerWarnings.onStatusUpdate(after)
                : ServerWarnings.onUpdate(decoded(line.get("before")), after);
    }

    /** What a server that does not validate strictly only warns of, without naming a field, is an error here. */
    private static List<Finding> unknownFields(JsonNode document) {
        return ManifestReader.of(document).verdict().findings().stream()
                .filter(finding -> finding.rule().id().equals("unknown-field"))
                .map(finding -> Finding.of(finding.rule(), "", FindingType.MALFORMED, finding.message()))
                .toList();
    }

    private static List<Finding> podSecurity(JsonNode document, JsonNode namespace) {
        return ManifestReader.of(document)
                .decode()
                .flatMap(TemplatedPod::of)
                .map(pod -> PodSecurityWarning.of(pod, labels(namespace)))
                .orElse(List.of());
    }

    private static List<Finding> enforcement(JsonNode line) {
        SortedMap<String, PodSpec> pods = new TreeMap<>();
        line.path("setup")
                .forEach(pod -> pods.put(
                        pod.at("/metadata/name").asText(),
                        JSON.convertValue(pod, Pod.class).getSpec()));
        return PodSecurityWarning.ofEnforcement(labels(line.get("before")), labels(line.get("after")), pods);
    }

    private static Map<String, String> labels(JsonNode namespace) {
        JsonNode labels = namespace.path("metadata").path("labels");
        return labels.isObject() ? JSON.convertValue(labels, new TypeReference<Map<String, String>>() {}) : Map.of();
    }

    /** The object as it is decoded; one of a kind that is not judged as it is written. */
    private static JsonNode decoded(JsonNode object) {
        ManifestDocument document = ManifestReader.of(object);
        return document.tree().<JsonNode>map(tree -> tree).orElse(object);
    }

    private static List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedWarningsTest.class.getResourceAsStream("/oracle/warnings.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
