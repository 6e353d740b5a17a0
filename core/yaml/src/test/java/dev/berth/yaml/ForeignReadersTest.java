package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How readers in other languages understand the bytes: Python's PyYAML (YAML 1.1), the yaml package of npm (both), and
 * kubectl.
 */
class ForeignReadersTest {

    private static final String PYTHON = """
            import json, sys, yaml
            with open(sys.argv[1], 'rb') as file:
                for document in yaml.load_all(file, Loader=getattr(yaml, sys.argv[2])):
                    print(json.dumps(document))
            """;

    private static final String JAVASCRIPT = """
            const source = require('fs').readFileSync(process.argv[1], 'utf8');
            for (const document of require('yaml').parseAllDocuments(source, {version: process.argv[2]})) {
                if (document.errors.length) throw document.errors[0];
                console.log(JSON.stringify(document.toJS()));
            }
            """;

    private static final int GENERATED = 400;

    private final YamlWriter writer = new YamlWriter();

    @Test
    void pyyaml_reads_every_string_as_that_string(@TempDir Path directory) {
        assumeRuns("PyYAML (Debian's python3-yaml)", "python3", "-c", "import yaml");
        List<Object> models = documents(texts());

        assertReadsAll(
                ForeignReaders.read(stream(models), directory, "python3", "-c", PYTHON, "FILE", "SafeLoader"), models);
    }

    @Test
    void libyaml_reads_every_string_as_that_string(@TempDir Path directory) {
        assumeRuns("libyaml in PyYAML (Debian's python3-yaml)", "python3", "-c", "import yaml; yaml.CSafeLoader");
        List<Object> models = documents(texts());

        assertReadsAll(
                ForeignReaders.read(stream(models), directory, "python3", "-c", PYTHON, "FILE", "CSafeLoader"), models);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2"})
    void javascript_reads_every_string_as_that_string(String version, @TempDir Path directory) {
        assumeRuns("the yaml package of npm (Debian's node-yaml)", "node", "-e", "require('yaml')");
        List<Object> models = documents(texts());

        assertReadsAll(
                ForeignReaders.read(stream(models), directory, "node", "-e", JAVASCRIPT, "FILE", version), models);
    }

    @Test
    void kubectl_reads_every_string_as_that_string(@TempDir Path directory) {
        assumeRuns("kubectl", "kubectl", "version", "--client");
        List<String> texts = texts();
        List<ConfigMap> objects = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            objects.add(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("text-" + i)
                    .addToAnnotations(texts.get(i), texts.get(i))
                    .endMetadata()
                    .addToData("text", texts.get(i))
                    .addToData("end", "the last one")
                    .build());
        }

        List<Object> read = ForeignReaders.read(
                stream(objects),
                directory,
                "kubectl",
                "label",
                "--local",
                "-o",
                "json",
                "-f",
                "FILE",
                "read=by-kubectl");

        assertThat(read).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            ConfigMap object = ModelShape.Jackson.MAPPER.convertValue(read.get(i), ConfigMap.class);
            object.getMetadata().setLabels(Map.of());
            assertThat(object).isEqualTo(objects.get(i));
        }
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(TextTraps.ALL);
        texts.addAll(Texts.all().list().ofSize(GENERATED).sample());
        return texts;
    }

    private static List<Object> documents(List<String> texts) {
        List<Object> models = new ArrayList<>();
        for (String text : texts) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("value", text);
            model.put("list", List.of(text, List.of(text, 1L), Map.of("in", text), true));
            model.put("keys", Map.of(text, text));
            model.put("z", 1.5);
            models.add(model);
        }
        return models;
    }

    private byte[] stream(List<?> models) {
        Utf8Buffer all = new Utf8Buffer();
        for (Object model : models) {
            all.putAscii("---\n");
            all.put(writer.toBytes(model));
        }
        return all.toBytes();
    }

    private static void assertReadsAll(List<Object> read, List<Object> models) {
        assertThat(read).hasSameSizeAs(models);
        for (int i = 0; i < models.size(); i++) {
            Object model = models.get(i);
            assertThat(read.get(i)).satisfies(one -> assertThat(YamlReaders.same(one, model))
                    .as("%s was read, but %s was written", one, model)
                    .isTrue());
        }
    }

    private static void assumeRuns(String what, String... command) {
        boolean runs = ForeignReaders.runs(command);
        if (!runs) {
            System.out.println("SKIPPED: " + what + " is not installed here, so it cannot check the bytes");
        }
        assumeTrue(runs, what + " is not installed");
    }
}
