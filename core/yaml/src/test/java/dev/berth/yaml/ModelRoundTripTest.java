package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes every kind of the model, every field of it, and objects that an API server accepts, and reads them back equal.
 */
class ModelRoundTripTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final YamlWriter writer = new YamlWriter();

    static Stream<Class<?>> kinds() {
        return StreamSupport.stream(ServiceLoader.load(KubernetesResource.class).spliterator(), false)
                .<Class<?>>map(Object::getClass);
    }

    private static JsonNode json(Object model) throws IOException {
        return JSON.readTree(JSON.writeValueAsBytes(model));
    }

    static Stream<Map.Entry<String, JsonNode>> acceptedObjects() {
        try (InputStream in =
                Objects.requireNonNull(ModelRoundTripTest.class.getResourceAsStream("accepted-objects.json"))) {
            return JSON.readTree(in).properties().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_kinds_of_all_modules_are_found() {
        assertThat(kinds().map(Class::getSimpleName))
                .contains("Pod", "StatefulSet", "CronJob", "NetworkPolicy", "PodDisruptionBudget", "StorageClass")
                .hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_with_every_field_filled_reads_back_equal(Class<?> kind) throws IOException {
        Object filled = new FilledModel(100).fill(kind);

        byte[] yaml = writer.toBytes(filled);

        assertThat(YAML.readTree(yaml)).isEqualTo(json(filled));
        assertThat(json(YAML.readValue(yaml, kind))).isEqualTo(json(filled));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_with_one_field_set_has_only_that_field(Class<?> kind) throws IOException {
        for (String field : FilledModel.fields(kind).keySet()) {
            Object filled = new FilledModel(2).fillOnly(kind, field);

            byte[] yaml = writer.toBytes(filled);

            assertThat(YAML.readTree(yaml)).as(field).isEqualTo(json(filled));
        }
    }

    @ParameterizedTest
    @MethodSource("acceptedObjects")
    void an_object_that_an_api_server_accepts_reads_back_equal(Map.Entry<String, JsonNode> accepted)
            throws IOException {
        HasMetadata model = JSON.convertValue(accepted.getValue(), HasMetadata.class);

        byte[] yaml = writer.toBytes(model);

        assertThat(YAML.readTree(yaml)).isEqualTo(json(model));
        assertThat(YAML.readValue(yaml, HasMetadata.class)).isEqualTo(model);
    }

    @ParameterizedTest
    @MethodSource("acceptedObjects")
    void an_object_of_an_unknown_kind_reads_back_equal(Map.Entry<String, JsonNode> accepted) throws IOException {
        byte[] yaml = writer.toBytes(accepted.getValue());

        assertThat(YAML.readTree(yaml)).isEqualTo(accepted.getValue());
    }
}
