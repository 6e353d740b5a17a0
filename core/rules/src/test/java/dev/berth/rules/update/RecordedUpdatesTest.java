package dev.berth.rules.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedUpdatesTest {
    /** The recorded server used its own defaults. */
    static final ClusterFacts SERVER = ClusterFacts.defaults();

    @ParameterizedTest
    @CsvSource({"bases.json, update.jsonl", "more-bases.json, more-update.jsonl"})
    void every_recorded_apply_gets_the_same_answer_as_from_the_server(String documents, String changes) {
        JsonNode bases = Oracle.json("/oracle/" + documents);
        List<String> wrong = new ArrayList<>();
        int fields = 0;
        int refused = 0;
        int cases = 0;
        for (JsonNode line : Oracle.lines("/oracle/" + changes)) {
            cases++;
            JsonNode before = bases.get(line.get("base").asText());
            JsonNode after = Oracle.changed(before, line);
            boolean bound = line.path("bound").asBoolean();
            Surroundings cluster = new Surroundings(KubernetesVersion.recorded(), Map.of(), true, bound);
            List<Finding> found = refusals(before, after, cluster);
            String answer = fields(found.stream()
                    .map(finding -> Objects.requireNonNull(finding.type()).reason() + " " + finding.field())
                    .toList());
            List<String> causes = new ArrayList<>();
            line.path("causes")
                    .forEach(cause -> causes.add(cause.get("reason").asText() + " "
                            + cause.get("field").asText()));
            if (found.isEmpty() != line.get("accepted").asBoolean()) {
                wrong.add(line + " -> " + found);
            }
            if (!line.get("accepted").asBoolean() && !causes.isEmpty()) {
                refused++;
                fields += answer.equals(fields(causes)) ? 1 : 0;
            }
        }
        System.out.printf(
                "%s: %d cases, %d with the server's verdict, %d of %d refusals with its fields%n",
                changes, cases, cases - wrong.size(), fields, refused);
        assertThat(cases).isGreaterThan(300);
        assertThat(wrong.stream().limit(20)).isEmpty();
        assertThat(fields)
                .as("answers that name the server's reasons and fields")
                .isEqualTo(refused);
    }

    private static String fields(List<String> fields) {
        return new TreeSet<>(fields).toString();
    }

    private static List<Finding> refusals(JsonNode before, JsonNode after, Surroundings cluster) {
        JsonNode live = ServerView.of(before);
        return new ServerAnswer(SERVER, cluster)
                .toApply(id(before), before, live, ServerSideApply.over(before, live, after));
    }

    static ObjectId id(JsonNode object) {
        String version = object.get("apiVersion").asText();
        int slash = version.indexOf('/');
        return new ObjectId(
                slash < 0 ? "" : version.substring(0, slash),
                object.get("kind").asText(),
                "",
                object.at("/metadata/name").asText());
    }
}
