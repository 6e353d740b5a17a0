package dev.berth.rules.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the binder with what the controller of a Kubernetes 1.36 cluster did with a volume and a claim. */
class BindingOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_binder_agrees_with_the_real_controller_on_every_recorded_pair() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> pairs = pairs();
        for (int line = 0; line < pairs.size(); line++) {
            JsonNode pair = JSON.readTree(pairs.get(line));
            String expected =
                    pair.get("phase").asText() + " " + pair.get("boundTo").asText("null");
            Binding binding = bind(pair);
            String actual = binding.phase() + " " + binding.volume().orElse("null");
            if (!actual.equals(expected)) {
                differences.add("line %d: %s instead of %s %s".formatted(line + 1, actual, expected, pair));
            }
        }
        assertThat(pairs).hasSize(335);
        assertThat(differences).isEmpty();
    }

    @Test
    void a_claim_that_does_not_bind_always_has_a_reason() throws IOException {
        for (String line : pairs()) {
            JsonNode pair = JSON.readTree(line);
            VolumeBinder binder = binder(pair);
            Binding binding = binder.bind(claim(pair));
            assertThat(binder.reasons(claim(pair), binding, 9).lines().isEmpty())
                    .as(line)
                    .isEqualTo(binding.isBound());
        }
    }

    private static Binding bind(JsonNode pair) throws IOException {
        return binder(pair).bind(claim(pair));
    }

    private static PersistentVolumeClaim claim(JsonNode pair) throws IOException {
        return JSON.treeToValue(pair.get("pvc"), PersistentVolumeClaim.class);
    }

    private static VolumeBinder binder(JsonNode pair) throws IOException {
        PersistentVolume volume = JSON.treeToValue(pair.get("pv"), PersistentVolume.class);
        Optional<String> defaultClass =
                Optional.ofNullable(pair.get("defaultStorageClass").textValue());
        return new VolumeBinder(Volumes.of(Stream.of(volume)), Stream.empty(), defaultClass, "bind");
    }

    private static List<String> pairs() throws IOException {
        var resource = Objects.requireNonNull(BindingOracleTest.class.getResourceAsStream("/oracle/binding.jsonl"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
