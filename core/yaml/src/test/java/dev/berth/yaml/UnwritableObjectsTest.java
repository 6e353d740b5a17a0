package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has no form in YAML, and what is said of it. */
class UnwritableObjectsTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void half_a_character_is_refused_with_its_field() {
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
                                + " which no YAML can hold: give a whole character, or encode bytes as base64");
    }

    @Test
    void an_object_that_holds_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> writer.toYaml(list))
                .isInstanceOf(RenderException.class)
                .hasMessageEndingWith("the object is nested more than 500 levels deep: does it hold itself?");
    }

    @Test
    void a_field_that_is_given_twice_is_refused() {
        var config = new ConfigMapBuilder()
                .addToAdditionalProperties("data", Map.of())
                .build();

        assertThatThrownBy(() -> writer.toYaml(config))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "data: Invalid value: it is given twice, as a field of its class and as an additional property:"
                                + " keep one");
    }

    @Test
    void a_writer_that_has_refused_an_object_writes_the_next_one() {
        assertThatThrownBy(() -> writer.toYaml(Map.of("a", List.of("\udc00")))).isInstanceOf(RenderException.class);

        assertThat(writer.toYaml(Map.of("a", List.of("b")))).isEqualTo("a:\n- b\n");
    }
}
