package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.server.Expectation;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What starts with a brace is read as JSON if possible, as kubectl does. */
class JsonDocumentTest {
    @Test
    void json_is_read_with_its_tabs_and_escapes() {
        String text = """
                {
                \t"apiVersion":\t"v1",
                \t"kind": "ConfigMap",
                \t"metadata": {"name": "c"},
                \t"data": {
                \t\t"path": "a\\/b \\ud83d\\ude00",
                \t\t"on": "yes"
                \t}
                }
                """;
        ManifestDocument document = ManifestReader.read(text).get(0);
        ConfigMap map = (ConfigMap) document.decode().orElseThrow();
        assertThat(map.getData()).containsEntry("path", "a/b \uD83D\uDE00").containsEntry("on", "yes");
        assertThat(document.lineOf("data.on")).isEqualTo(7);
        assertThat(document.lineOf("metadata.name")).isEqualTo(4);
    }

    @Test
    void a_duplicate_key_is_refused_in_json_too() {
        Expectation.of("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"p\"}, \"spec\": {"
                        + "\"containers\": [{\"name\": \"c\", \"image\": \"i\", \"image\": \"j\"}]}}")
                .finds("duplicate-key BadRequest spec.containers[0].image");
    }

    @Test
    void numbers_are_those_that_kubectl_sends() {
        String pod = "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"p\"}, \"spec\": {"
                + "\"activeDeadlineSeconds\": %s, \"containers\": [{\"name\": \"c\", \"image\": \"i\"}]}}";
        for (String number : new String[] {"3", "3.0", "1e3"}) {
            Expectation.of(pod.formatted(number)).isAccepted();
        }
        Expectation.of(pod.formatted("3.5")).finds("wrong-type BadRequest spec.activeDeadlineSeconds");
        Expectation.of(pod.formatted("18446744073709551615"))
                .finds("number-range BadRequest spec.activeDeadlineSeconds");
    }

    @Test
    void what_is_not_json_is_read_as_yaml() {
        Expectation.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: c},}")
                .isAccepted();
        Expectation.of("  {\"apiVersion\": \"v1\", kind: ConfigMap, \"metadata\": {\"name\": \"c\"}}")
                .isAccepted();
        Expectation.of("{\"apiVersion\": \"v1\", \"kind\": [}").finds("yaml BadRequest ");
    }

    @Test
    void several_objects_may_follow_each_other() {
        String map = "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"%s\"}}";
        List<ManifestDocument> documents =
                ManifestReader.read(map.formatted("a") + map.formatted("b") + "\n" + map.formatted("c"));
        assertThat(documents.stream().map(ManifestDocument::name)).containsExactly("a", "b", "c");
        assertThat(documents.get(2).lineOf("metadata.name")).isEqualTo(2);
    }

    @Test
    void yaml_may_follow_an_object() {
        String map = "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\"}}";
        assertThat(ManifestReader.read(map + "\n# the end\n").stream().map(ManifestDocument::name))
                .containsExactly("a");
        List<ManifestDocument> documents = ManifestReader.read(map + "\n\nkey: [\n");
        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).verdict().findings().get(0).message()).startsWith("Malformed: line 4: not YAML");
    }
}
