package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the rendered tree contains every field in the text of the exercise, with the same value. */
class TextFieldsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void the_rendered_tree_contains_the_field_of_the_text(
            String title, String file, String object, String part, JsonNode expected) throws IOException {
        JsonNode rendered = object(file, object).at(part);
        assertContains(title, expected, rendered);
    }

    static Stream<Arguments> snippets() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (var cursor = YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(Files.readString(Path.of("src/test/resources/text-fields.yaml")))) {
            while (cursor.hasNext()) {
                JsonNode snippet = cursor.next();
                cases.add(Arguments.of(
                        snippet.get("title").asText(),
                        snippet.get("file").asText(),
                        snippet.get("object").asText(),
                        snippet.path("part").asText(""),
                        snippet.get("fields")));
            }
        }
        assertThat(cases).hasSize(18);
        return cases.stream();
    }

    private static JsonNode object(String file, String object) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(Files.readString(Path.of(file)))) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                String found = document.get("kind").asText() + "/"
                        + document.at("/metadata/name").asText();
                if (found.equals(object)) {
                    return document;
                }
            }
        }
        throw new AssertionError(file + " does not contain " + object);
    }

    /**
     * Asserts that every expected field is present with its value. Lists of the same length are compared item by item.
     */
    private static void assertContains(String where, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertThat(actual.has(field.getKey()))
                        .as(where + "." + field.getKey())
                        .isTrue();
                assertContains(where + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
            }
        } else if (expected.isArray()) {
            assertThat(actual).as(where).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertContains(where + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }
}
