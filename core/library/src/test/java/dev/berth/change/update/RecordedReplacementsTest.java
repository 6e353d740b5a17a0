package dev.berth.change.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.change.Review;
import dev.berth.change.Reviewer;
import dev.berth.change.model.Effect;
import dev.berth.change.model.ObjectTreeReader;
import dev.berth.change.model.ServerView;
import dev.berth.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedReplacementsTest {
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

    @Test
    void every_recorded_consequence_is_told() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode line : Oracle.lines("/oracle/rules-update.jsonl")) {
            if (!line.has("consequence")) {
                continue;
            }
            Review review = Reviewer.review(
                    ObjectTreeReader.read(
                            "before", "", Map.of("a.json", line.get("before").toString())),
                    ObjectTreeReader.read(
                            "after", "", Map.of("a.json", line.get("after").toString())));
            TreeSet<String> effects = new TreeSet<>();
            review.findings().forEach(f -> effects.add(f.effect() + "/" + f.rule()));
            boolean told =
                    switch (line.get("consequence").asText()) {
                        case "data-loss" -> review.count(Effect.DATA_LOSS) > 0;
                        case "restart" -> review.count(Effect.RESTART) > 0 && review.count(Effect.DATA_LOSS) == 0;
                        default ->
                            review.findings().stream().anyMatch(f -> !f.rule().equals("changed"));
                    };
            if (!told) {
                wrong.add(line.get("id") + " " + line.get("consequence") + " -> " + effects);
            }
        }
        assertThat(wrong).isEmpty();
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
        return new ServerAnswer(RecordedUpdatesTest.SERVER, new Surroundings(classes, true, false))
                .toUpdate(RecordedUpdatesTest.id(before), before, live, line.get("after"));
    }
}
