package dev.berth.review.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ChangeFinding;
import dev.berth.review.model.Effect;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.model.ServerView;
import dev.berth.rules.Finding;
import dev.berth.rules.version.KubernetesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedReplacementsTest {
    private static final Path CONSEQUENCES = Path.of("src/test/resources/oracle/consequences.txt");

    @Test
    void every_recorded_replacement_gets_the_answer_that_the_server_gave() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode line : Oracle.lines("/oracle/rules-update.jsonl")) {
            if (line.get("layer").asText("").equals("controller")) {
                continue;
            }
            List<Finding> found = refusals(line);
            List<String> causes = new ArrayList<>();
            line.path("causes").forEach(cause -> causes.add(cause.get("field").asText()));
            if (found.isEmpty() != line.get("accepted").asBoolean()) {
                wrong.add(line.get("id") + " " + causes + " -> " + found);
            } else if (!causes.isEmpty() && !new TreeSet<>(causes).equals(named(found))) {
                wrong.add(line.get("id") + " " + causes + " -> " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * What the server does not tell, and someone wrote down beside its answer: {@code consequences.txt} has all that the
     * review finds of each.
     *
     * <p>{@code mvn test -pl core/library -Dtest=RecordedReplacementsTest -Dberth.rerender=true} writes it anew.
     */
    @Test
    void every_recorded_consequence_is_told() throws IOException {
        List<String> wrong = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (JsonNode line : Oracle.lines("/oracle/rules-update.jsonl")) {
            if (line.has("consequence")) {
                List<ChangeFinding> findings = review(line).findings();
                String consequence = line.get("consequence").asText();
                all.append(line.get("id").asText())
                        .append(": ")
                        .append(consequence)
                        .append('\n');
                findings.stream()
                        .map(finding -> "    " + finding.effect() + " " + finding.rule() + " " + finding.field())
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

    private static boolean tells(List<ChangeFinding> findings, String consequence) {
        Set<Effect> effects = findings.stream().map(ChangeFinding::effect).collect(Collectors.toSet());
        return switch (consequence) {
            case "data-loss" -> effects.contains(Effect.DATA_LOSS);
            case "restart" -> effects.contains(Effect.RESTART) && !effects.contains(Effect.DATA_LOSS);
            case "accept-but-broken" ->
                findings.stream().anyMatch(finding -> !finding.rule().equals("changed"));
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

    private static Set<String> named(List<Finding> found) {
        return found.stream().map(Finding::field).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> refusals(JsonNode line) {
        JsonNode before = line.get("before");
        ObjectNode live = ServerView.of(before).deepCopy();
        if (line.has("statusPatch")) {
            live.set("status", line.get("statusPatch").get("status"));
        }
        Map<String, Boolean> classes = new HashMap<>();
        line.path("setup").forEach(text -> ObjectTreeReader.read("setup", "", Map.of("a.yaml", text.asText()))
                .objects()
                .forEach(object -> classes.put(
                        object.id().name(), object.at("allowVolumeExpansion").asBoolean())));
        return new ServerAnswer(
                        RecordedUpdatesTest.SERVER,
                        new Surroundings(KubernetesVersion.recorded(), classes, true, false))
                .toUpdate(RecordedUpdatesTest.id(before), before, live, line.get("after"));
    }
}
