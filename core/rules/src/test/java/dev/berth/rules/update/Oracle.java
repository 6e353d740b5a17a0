package dev.berth.rules.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The recorded answers of a Kubernetes 1.36 API server, as test resources. */
final class Oracle {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Oracle() {}

    static JsonNode json(String resource) {
        try (InputStream in = Oracle.class.getResourceAsStream(resource)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> lines(String resource) {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Oracle.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(MAPPER.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Returns the base document with the one change of the case. */
    static JsonNode changed(JsonNode base, JsonNode change) {
        ObjectNode document = base.deepCopy();
        JsonNode parent = document;
        JsonNode path = change.get("path");
        for (int i = 0; i < path.size() - 1; i++) {
            parent = parent instanceof ArrayNode
                    ? parent.get(path.get(i).asInt())
                    : parent.get(path.get(i).asText());
        }
        JsonNode last = path.get(path.size() - 1);
        boolean set = change.get("op").asText().equals("set");
        if (parent instanceof ArrayNode list) {
            if (set) {
                list.set(last.asInt(), change.get("value"));
            } else {
                list.remove(last.asInt());
            }
        } else if (parent instanceof ObjectNode fields) {
            if (set) {
                fields.set(last.asText(), change.get("value"));
            } else {
                fields.remove(last.asText());
            }
        }
        return document;
    }
}
