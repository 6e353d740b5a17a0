package dev.berth.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.schema.resource.ServedKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Definitions, documents and changes to them, with the answers of a Kubernetes 1.36 API server. */
final class RecordedCases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ServedKind> kinds = new HashMap<>();
    private final JsonNode bases;

    RecordedCases() throws IOException {
        for (JsonNode definition : definitions()) {
            ServedKind.servedBy(definition).values().forEach(kind -> kinds.put(kind.apiVersion() + kind.name(), kind));
        }
        bases = JSON.readTree(resource("crd-bases.json"));
    }

    /** Returns the definitions, all of which the server accepted. */
    static JsonNode definitions() throws IOException {
        return JSON.readTree(resource("crds.json"));
    }

    static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    ObjectNode base(JsonNode line) {
        return bases.get(line.get("base").asText()).deepCopy();
    }

    /** Returns the base with the change of the line. */
    ObjectNode changed(JsonNode line) {
        ObjectNode document = base(line);
        JsonNode parent = document;
        JsonNode path = line.get("path");
        for (int i = 0; i < path.size() - 1; i++) {
            parent = parent.isArray()
                    ? parent.get(path.get(i).asInt())
                    : parent.get(path.get(i).asText());
        }
        change(parent, path.get(path.size() - 1), line.get("op").asText().equals("set") ? line.get("value") : null);
        return document;
    }

    private static void change(JsonNode parent, JsonNode step, @Nullable JsonNode value) {
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(step.asText());
            } else {
                object.set(step.asText(), value);
            }
        } else if (parent instanceof ArrayNode list) {
            if (value == null) {
                list.remove(step.asInt());
            } else if (step.asInt() == list.size()) {
                list.add(value);
            } else {
                list.set(step.asInt(), value);
            }
        } else {
            throw new IllegalStateException("no such place: " + step);
        }
    }

    /** Returns the kind of a document; null if no definition has it. */
    @Nullable ServedKind kindOf(JsonNode document) {
        return kinds.get(
                document.path("apiVersion").asText() + document.path("kind").asText());
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RecordedCases.class.getResourceAsStream("/oracle/" + name), name);
    }
}
