package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.server.Expectation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What go-yaml accepts: tabs as spaces within a line and anywhere between brackets, and an additional escape. */
class GoYamlTextTest {
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

    private static String value(String data) {
        return ManifestReader.read(MAP + data)
                .get(0)
                .written()
                .orElseThrow()
                .path("data")
                .path("k")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:\n  k:\tv\n",
                "data:\n  k: \t v\t\n",
                "data:\t\n  k: v\t# comment\n",
                "data:\n  k: 'v'\t# comment\n",
                "data:\n  k: \"v\"\t\n",
                "data: {\tk:\tv\t,\tj: w\t}\t\n",
                "data: {\n\tk: v,\n\t\n\tj: \"w\" }\n",
                "data:\n  k: &a\tv\n",
                "data:\n  k: !!str\tv\n",
                "data:\n  k\t: v\n",
                "data:\n  'k'\t:\tv\n",
                "data:\n  j: |\t# a\n    a\tb\n\n  k:\tv\n",
                "data:\n  j: it's\n    'tis\n  k:\tv\n",
                "data:\n  j: |\n\n      a: \"\n   \n      b\n  k:\tv\n",
                "data:\n  j: |2\n      a: \"\n    b\n  k:\tv\n",
                "data:\n  j: >-\n  k:\tv\n",
                "data:\n  j: a \"b # c\n  k:\tv\n",
                "data: # it's\n  k:\tv # it's\n",
            })
    void within_a_line_a_tab_is_a_space(String data) {
        assertThat(value(data)).isEqualTo("v");
    }

    @Test
    void a_tab_in_a_value_stays() {
        assertThat(value("data:\n  j:\tv\n  k: a\tb\n")).isEqualTo("a\tb");
        assertThat(value("data:\n  j:\tv\n  k: \"a\tb\"\n")).isEqualTo("a\tb");
        assertThat(value("data:\n  j:\tv\n  k: 'a''\tb'\n")).isEqualTo("a'\tb");
        assertThat(value("data:\n  j:\tv\n  k: |\n    a:\tb\n    \tc\n")).isEqualTo("a:\tb\n\tc\n");
        assertThat(value("data:\n  j:\tv\n  k: http://a\tb\n")).isEqualTo("http://a\tb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:\n\tk: v\n",
                "data:\n  k: v\n\tj: w\n",
                "data:\n  k: v\n\t\n  j:\tw\n",
                "data:\n  k: 'v'\n\t\n  j: w\n",
                "data:\n-\tv\n",
                "data:\n  k:\n\tv\n"
            })
    void at_the_start_of_a_line_and_after_a_dash_a_tab_is_not_indentation(String data) {
        Expectation.of(MAP + data).finds("yaml BadRequest ");
    }

    @Test
    void an_escaped_apostrophe_is_accepted_although_yaml_has_no_such_escape() {
        assertThat(value("data:\n  k: \"it\\'s\"\n")).isEqualTo("it's");
        assertThat(value("data:\n  j: 'a\\'\n  k: \"\\\\\\'\"\n")).isEqualTo("\\'");
        Expectation.of(MAP + "data:\n  k: \"a\\/b\"\n").finds("yaml BadRequest ");
        Expectation.of(MAP + "data:\n  k: \"it\\'s\0\"\n").finds("yaml BadRequest ");
    }

    @Test
    void an_escape_must_be_a_whole_character() {
        assertThat(value("data:\n  k: \"\\U0001F600\"\n")).isEqualTo("\uD83D\uDE00");
        assertThat(value("data:\n  j: \"\uD83D\uDE00\\\\ud83d\"\n  k: '\\ud83d'\n"))
                .isEqualTo("\\ud83d");
        Expectation.of(MAP + "data:\n  j: \uD83D\uDE00\n  k: \"\\ud83d\\ude00\"\n")
                .finds("yaml BadRequest ");
        Expectation.of(MAP + "data: {\"a\\U0000DE00\": b}\n").finds("yaml BadRequest ");
        Expectation.of("{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"c\"},"
                        + " \"data\": {\"k\": \"\\ud83d\\ude00\"}}")
                .isAccepted();
    }

    @Test
    void a_directive_becomes_a_separate_document_that_cannot_be_read() {
        assertThat(ManifestReader.read("%YAML 1.1\n---\n" + MAP).stream()
                        .map(document -> document.decode().isPresent()))
                .containsExactly(false, true);
        assertThat(ManifestReader.read("# %YAML\n---\n" + MAP)).hasSize(1);
    }

    @Test
    void lines_stay_where_they_are() {
        List<Integer> lines = ManifestReader.read(MAP + "data:\n  j:\tv\n  k:\tw\n").stream()
                .map(document -> document.lineOf("data.k"))
                .toList();
        assertThat(lines).containsExactly(6);
    }
}
