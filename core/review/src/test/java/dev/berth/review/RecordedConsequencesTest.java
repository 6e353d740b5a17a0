package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.ObjectTreeReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedConsequencesTest {
    private static final Path CONSEQUENCES = Path.of("src/test/resources/oracle/consequences.txt");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What the server does not tell, and someone wrote down beside its answer: {@code consequences.txt} has all that the
     * review finds of each.
     *
     * <p>{@code mvn test -pl core/review -Dtest=RecordedConsequencesTest -Dberth.rerender=true} rewrites it.
     */
    @Test
    void every_recorded_consequence_is_reported() throws IOException {
        List<String> wrong = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (JsonNode line : replacements()) {
            if (line.has("consequence")) {
                List<Finding> findings = review(line).findings();
                String consequence = line.get("consequence").asText();
                all.append(line.get("id").asText())
                        .append(": ")
                        .append(consequence)
                        .append('\n');
                findings.stream()
                        .map(finding ->
                                "    " + finding.effect() + " " + finding.rule().id() + " " + finding.field())
                        .forEach(finding -> all.append(finding.stripTrailing()).append('\n'));
                if (!tells(findings, consequence)) {
                    wrong.add(line.get("id") + " " + consequence + " -> " + findings);
                }
            }
        }
        assertThat(wrong).isEmpty();
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.writeString(CONSEQUENCES, all);
        }
        assertThat(all.toString()).isEqualTo(Files.readString(CONSEQUENCES));
    }

    private static boolean tells(List<Finding> findings, String consequence) {
        Set<Effect> effects = findings.stream().map(Finding::effect).collect(Collectors.toSet());
        return switch (consequence) {
            case "data-loss" -> effects.contains(Effect.DATA_LOSS);
            case "restart" -> effects.contains(Effect.RESTART) && !effects.contains(Effect.DATA_LOSS);
            case "accept-but-broken" ->
                findings.stream().anyMatch(finding -> !finding.rule().id().equals("changed"));
            default -> false;
        };
    }

    private static Review review(JsonNode line) {
        return Reviewer.review(
                ObjectTreeReader.read(
                        "before", "", Map.of("a.json", line.get("before").toString())),
                ObjectTreeReader.read(
                        "after", "", Map.of("a.json", line.get("after").toString())));
    }

    private static List<JsonNode> replacements() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                RecordedConsequencesTest.class.getResourceAsStream("/oracle/rules-update.jsonl"),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(MAPPER.readTree(line));
            }
        }
        return lines;
    }
}
