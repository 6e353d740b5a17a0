package dev.berth.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.berth.finding.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file of findings that someone has read and takes responsibility for.
 *
 * <pre>{@code
 * acknowledged:
 *   - object: StatefulSet/statefulset-demo/postgres
 *     rule: scale-down-deletes-claims
 *     value: "1"
 *     reason: The other two servers were there for a load test.
 * }</pre>
 */
public final class Acknowledgements {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final Set<String> FIELDS = Set.of("object", "rule", "value", "reason");

    private final List<Acknowledgement> entries;

    private Acknowledgements(List<Acknowledgement> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns no acknowledgements. */
    public static Acknowledgements none() {
        return new Acknowledgements(List.of());
    }

    /**
     * Reads the file.
     *
     * @param name its name, for messages
     * @throws InvalidReviewException if it is not valid, with all reasons
     */
    public static Acknowledgements parse(String name, String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidReviewException(List.of(name + ":" + line + ": not readable as YAML"));
        }
        List<String> problems = new ArrayList<>();
        List<Acknowledgement> entries = new ArrayList<>();
        if (!root.path("acknowledged").isArray() || root.size() != 1) {
            problems.add(name + ": expected a single key, acknowledged, with a list");
        }
        int number = 1;
        for (JsonNode entry : root.path("acknowledged")) {
            String place = name + ": entry " + number++;
            for (String field : List.of("object", "rule", "reason")) {
                if (entry.path(field).asText("").isBlank()) {
                    problems.add(place + " has no " + field);
                }
            }
            for (Map.Entry<String, JsonNode> field : entry.properties()) {
                if (!FIELDS.contains(field.getKey())) {
                    problems.add(place + " has an unknown field " + field.getKey());
                }
            }
            entries.add(new Acknowledgement(
                    entry.path("object").asText(),
                    entry.path("rule").asText(),
                    entry.hasNonNull("value") ? entry.path("value").asText() : null,
                    entry.path("reason").asText().strip()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidReviewException(problems);
        }
        return new Acknowledgements(entries);
    }

    /** Returns the entries, in order. */
    public List<Acknowledgement> entries() {
        return entries;
    }
}
