package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The recorded definitions and documents, and the changes to them. */
final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ServedKind> kinds = new HashMap<>();
    private final JsonNode bases;

    Recorded() throws IOException {
        for (JsonNode definition : JSON.readTree(resource("crds.json"))) {
            ServedKind.servedBy(definition).values().forEach(kind -> kinds.put(kind.apiVersion() + kind.name(), kind));
        }
        bases = JSON.readTree(resource("crd-bases.json"));
    }

    ObjectNode base(JsonNode line) {
        return bases.get(line.get("base").asText()).deepCopy();
    }

    ObjectNode changed(JsonNode line) {
        ObjectNode document = base(line);
        change(document, line);
        return document;
    }

    /** Returns the kind of a document; null if no definition has it. */
    @Nullable ServedKind kindOf(JsonNode document) {
        return kinds.get(
                document.path("apiVersion").asText() + document.path("kind").asText());
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

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Recorded.class.getResourceAsStream("/oracle/" + name), name);
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
}
