package dev.berth.rules.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
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
        line.path("setup").forEach(text -> ManifestReader.read(text.asText())
                .forEach(document -> classes.put(
                        document.name(),
                        document.written()
                                .orElseThrow()
                                .path("allowVolumeExpansion")
                                .asBoolean())));
        return new ServerAnswer(
                        RecordedUpdatesTest.SERVER,
                        new Surroundings(KubernetesVersion.recorded(), classes, true, false))
                .toUpdate(RecordedUpdatesTest.id(before), before, live, line.get("after"));
    }
}
