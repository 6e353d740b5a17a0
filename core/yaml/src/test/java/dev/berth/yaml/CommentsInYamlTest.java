package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Where the comments of a declaration appear in its YAML. */
class CommentsInYamlTest {

    private final YamlWriter writer = new YamlWriter();
    private final Pod pod = new PodBuilder()
            .withNewMetadata()
            .withName("app")
            .addToAnnotations("example.com/a.b", "c")
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("app")
            .withImage("app:1")
            .withArgs("-v", "-x")
            .endContainer()
            .endSpec()
            .build();

    @Test
    void a_comment_is_above_its_field_at_the_same_indent() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("metadata.annotations[example.com/a.b]", "an annotation");
        fields.put("spec.containers", "all of them");
        fields.put("spec.containers[app]", "the one\n\nthat counts ");
        fields.put("spec.containers[app].name", "its name");
        fields.put("spec.containers[0].image", "its image");
        fields.put("spec.containers[app].args[1]", "# not an end: \"");

        assertThat(writer.toYaml(pod, Comments.of(Optional.of("A pod.\nSecond line."), fields)))
                .isEqualTo("""
                        # A pod.
                        # Second line.
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: app
                          annotations:
                            # an annotation
                            example.com/a.b: c
                        spec:
                          # all of them
                          containers:
                          # the one
                          #
                          # that counts
                          # its name
                          - name: app
                            # its image
                            image: app:1
                            args:
                            - -v
                            # # not an end: "
                            - -x
                        """);
    }

    @Test
    void comments_do_not_change_what_a_reader_reads() {
        var secret = new SecretBuilder()
                .addToStringData("a", "1\n\n")
                .addToStringData("b", "x")
                .build();
        byte[] yaml = writer.toBytes(
                secret, Comments.of(Optional.empty(), Map.of("stringData[b]", "demo\nvalue", "stringData", "all")));

        assertThat(YamlReaders.jackson(yaml))
                .isEqualTo(YamlReaders.engineCore(yaml))
                .isEqualTo(YamlReaders.jackson(writer.toBytes(secret)));
    }

    @Test
    void a_comment_on_a_field_that_the_object_does_not_have_is_refused() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("spec.replicas", "three");
        fields.put("spec.containers[other].image", "no such container");
        fields.put("metadata.name", "this one is there");

        assertThatThrownBy(() -> writer.toYaml(pod, Comments.of(Optional.empty(), fields)))
                .isInstanceOf(RenderException.class)
                .hasMessage("""
                        Pod "app": spec.replicas: has a comment, but the object has no such field: correct its path
                        Pod "app": spec.containers[other].image: has a comment, but the object has no such field: correct its path""");
    }

    @Property(tries = 500)
    void a_comment_is_refused_or_does_not_change_what_a_reader_reads(@ForAll("texts") String text) {
        byte[] yaml;
        try {
            Comments comments = Comments.of(
                    Optional.of(text),
                    Map.of("metadata.name", text, "spec.containers[app]", text, "spec.containers[0].args[1]", text));
            yaml = writer.toBytes(pod, comments);
        } catch (InvalidValueException | RenderException refused) {
            return;
        }

        assertThat(YamlReaders.jackson(yaml)).isEqualTo(YamlReaders.jackson(writer.toBytes(pod)));
        assertThat(YamlReaders.engineCore(yaml)).isEqualTo(YamlReaders.jackson(yaml));
        assertThat(new String(yaml, StandardCharsets.UTF_8).replaceAll("(?m)^ *#.*\n", ""))
                .isEqualTo(writer.toYaml(pod));
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.all();
    }
}
