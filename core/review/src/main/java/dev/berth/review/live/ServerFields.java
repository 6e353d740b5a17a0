package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The fields that the API server and controllers set, by kind. The table {@code server-fields.txt} has their sources. */
final class ServerFields {
    /** Read when the first object of a cluster is compared: other reviews do not need the table. */
    private static final List<Row> ROWS = rows();

    private ServerFields() {}

    /** Returns an object without the fields that no author states. */
    static ObjectNode without(JsonNode live) {
        ObjectNode manifest = live.deepCopy();
        String kind = live.path("kind").asText();
        for (Row row : ROWS) {
            if (row.kind().equals("*") || row.kind().equals(kind)) {
                row.fields().removeFrom(manifest);
            }
        }
        if (manifest.path("metadata") instanceof ObjectNode metadata) {
            for (String map : List.of("annotations", "labels", "finalizers")) {
                if (metadata.has(map) && metadata.path(map).isEmpty()) {
                    metadata.remove(map);
                }
            }
        }
        return manifest;
    }

    private static List<Row> rows() {
        try (InputStream table = ServerFields.class.getResourceAsStream("server-fields.txt")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .map(cells -> new Row(cells[0], ServerFieldPath.of(cells[1])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Row(String kind, ServerFieldPath fields) {}
}
