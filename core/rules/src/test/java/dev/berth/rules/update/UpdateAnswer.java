package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the server answers when a manifest replaces another by server-side apply. */
final class UpdateAnswer {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private UpdateAnswer() {}

    /** Returns the rule, the reason and the field of each finding; empty if the update is accepted. */
    static List<String> toUpdate(String before, String after) {
        JsonNode stands = tree(before);
        JsonNode live = ServerView.of(stands);
        return new ServerAnswer(
                        RecordedUpdatesTest.SERVER,
                        new Surroundings(KubernetesVersion.recorded(), Map.of(), true, false))
                        .toUpdate(
                                RecordedUpdatesTest.id(stands),
                                stands,
                                live,
                                ServerSideApply.over(stands, live, tree(after)))
                        .stream()
                        .map(found -> found.rule().id() + " "
                                + Objects.requireNonNull(found.type()).reason() + " " + found.field())
                        .toList();
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
