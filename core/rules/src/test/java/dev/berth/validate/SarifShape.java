package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What SARIF 2.1.0 asks of the objects that Berth writes: which properties there may be, which there have to be, and of
 * which type. The specification is <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">by OASIS</a>;
 * the numbers are its sections.
 */
public final class SarifShape {
    /** An object: its properties by name, each with the shape of its value; a star marks those that have to be there. */
    private static final Map<String, Map<String, String>> SHAPES = Map.ofEntries(
            Map.entry("sarifLog", Map.of("version*", "version", "$schema", "uri", "runs*", "[run]")), // 3.13
            Map.entry("run", Map.of("tool*", "tool", "results", "[result]")), // 3.14
            Map.entry("tool", Map.of("driver*", "toolComponent")), // 3.18
            Map.entry(
                    "toolComponent", // 3.19
                    Map.of(
                            "name*",
                            "text",
                            "rules",
                            "[reportingDescriptor]",
                            "informationUri",
                            "uri",
                            "version",
                            "text")),
            Map.entry("reportingDescriptor", Map.of("id*", "text", "shortDescription", "message")), // 3.49
            Map.entry(
                    "result", // 3.27
                    Map.of(
                            "ruleId", "text",
                            "level", "level",
                            "message*", "message",
                            "locations", "[location]",
                            "suppressions", "[suppression]",
                            "properties", "bag")),
            Map.entry("message", Map.of("text*", "text")), // 3.11 and 3.12
            Map.entry(
                    "location", // 3.28
                    Map.of("physicalLocation", "physicalLocation", "logicalLocations", "[logicalLocation]")),
            Map.entry("physicalLocation", Map.of("artifactLocation*", "artifactLocation", "region", "region")), // 3.29
            Map.entry("artifactLocation", Map.of("uri*", "uri")), // 3.4
            Map.entry("region", Map.of("startLine*", "line")), // 3.30
            Map.entry("logicalLocation", Map.of("fullyQualifiedName*", "text", "kind", "text")), // 3.33
            Map.entry("suppression", Map.of("kind*", "suppressionKind", "justification", "text"))); // 3.35

    private SarifShape() {}

    /** Fails where the text is not SARIF. */
    public static void check(String text) throws IOException {
        check("sarifLog", new ObjectMapper().readTree(text), "");
    }

    private static void check(String shape, JsonNode value, String path) {
        Map<String, String> properties = SHAPES.get(shape);
        if (properties != null) {
            object(properties, value, path);
        } else if (shape.startsWith("[")) {
            assertThat(value.isArray()).as(path).isTrue();
            for (int i = 0; i < value.size(); i++) {
                check(shape.substring(1, shape.length() - 1), value.get(i), path + "/" + i);
            }
        } else {
            scalar(shape, value, path);
        }
    }

    private static void object(Map<String, String> properties, JsonNode value, String path) {
        assertThat(value.isObject()).as(path).isTrue();
        Set<String> left = new HashSet<>();
        value.fieldNames().forEachRemaining(left::add);
        properties.forEach((marked, shape) -> {
            String name = marked.replace("*", "");
            boolean there = left.remove(name);
            assertThat(there || !marked.endsWith("*")).as(path + "/" + name).isTrue();
            if (there) {
                check(shape, value.get(name), path + "/" + name);
            }
        });
        assertThat(left).as("unknown properties of " + path).isEmpty();
    }

    private static void scalar(String shape, JsonNode value, String path) {
        switch (shape) {
            case "version" -> assertThat(value.asText()).as(path).isEqualTo("2.1.0");
            case "text" ->
                assertThat(value.isTextual() && !value.asText().isBlank())
                        .as(path)
                        .isTrue();
            case "level" -> assertThat(value.asText()).as(path).isIn(List.of("none", "note", "warning", "error"));
            case "line" ->
                assertThat(value.isInt() && value.asInt() >= 1).as(path).isTrue();
            case "suppressionKind" -> assertThat(value.asText()).as(path).isIn(List.of("inSource", "external"));
            case "uri" -> {
                assertThat(value.asText())
                        .as(path)
                        .isNotEmpty()
                        .matches("[!-~]+")
                        .doesNotContain(" ", "\\");
                assertThat(URI.create(value.asText()).getScheme()).as(path).isIn(null, "https");
            }
            case "bag" -> assertThat(value.isObject()).as(path).isTrue();
            default -> throw new IllegalArgumentException("No such shape: " + shape);
        }
    }
}
