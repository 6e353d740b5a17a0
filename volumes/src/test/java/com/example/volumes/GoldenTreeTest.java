package com.example.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSource;
import dev.berth.render.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the examples render against the reviewed files, in both directions. */
class GoldenTreeTest {

    private static final Path GOLDEN = Path.of("src/test/golden");

    @Test
    void the_examples_of_volumes_and_of_classes_render_as_reviewed() throws IOException {
        Map<String, String> rendered = new TreeMap<>(render(new VolumeExamples()));
        rendered.putAll(render(new StorageClassExamples()));

        assertThat(reviewed()).isEqualTo(rendered);
    }

    private static Map<String, String> render(ManifestSource source) {
        YamlWriter writer = new YamlWriter();
        return source.manifests().files().stream()
                .map(ManifestFile.class::cast)
                .collect(Collectors.toMap(file -> file.path().toString(), file -> file.manifests().stream()
                        .map(manifest -> writer.toYaml(file.toModel(manifest), manifest.comments()))
                        .collect(Collectors.joining("---\n"))));
    }

    private static Map<String, String> reviewed() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(GOLDEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return texts;
        }
    }
}
