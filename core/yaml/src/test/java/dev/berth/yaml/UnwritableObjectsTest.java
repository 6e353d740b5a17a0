package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be written as YAML, and the message for it. */
class UnwritableObjectsTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void half_of_a_surrogate_pair_is_refused_with_its_field_path() {
        var config = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("app")
                .endMetadata()
                .addToData("a.conf", "x\ud83d")
                .build();

        assertThatThrownBy(() -> writer.toYaml(config))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "ConfigMap \"app\": data.a.conf: Invalid value: character 1 is U+D83D, half of a surrogate pair,"
                                + " which YAML cannot contain: use a whole character, or encode the bytes as base64");
    }

    @Test
    void an_object_that_contains_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> writer.toYaml(list))
                .isInstanceOf(RenderException.class)
                .hasMessageEndingWith("the object is nested more than 500 levels deep: does it contain itself?");
    }

    @Test
    void a_field_that_is_set_twice_is_refused() {
        var config = new ConfigMapBuilder()
                .addToAdditionalProperties("data", Map.of())
                .build();

        assertThatThrownBy(() -> writer.toYaml(config))
                .isInstanceOf(RenderException.class)
                .hasMessage("data: Invalid value: it is set twice, as a field of its class and as an additional"
                        + " property: keep one");
    }

    @Test
    void a_writer_that_refused_an_object_still_writes_the_next_one() {
        assertThatThrownBy(() -> writer.toYaml(Map.of("a", List.of("\udc00")))).isInstanceOf(RenderException.class);

        assertThat(writer.toYaml(Map.of("a", List.of("b")))).isEqualTo("a:\n- b\n");
    }
}
