package dev.berth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sources render into one directory, and each file depends only on its own source. */
class SeveralSourcesTest {

    @TempDir
    private Path directory;

    private final List<String> log = new ArrayList<>();

    private Optional<String> generate(String... sources) {
        return Bridge.generate(
                List.of(sources).stream()
                        .map(name -> "com.example.bridge." + name)
                        .toList(),
                directory,
                "mvn generate-manifests",
                Map.of(),
                List.of(),
                log::add,
                log::add,
                (message, thrown) -> {});
    }

    @Test
    void another_source_changes_no_file_of_the_first_one() throws IOException {
        assertThat(generate("Namespaces")).isEmpty();
        assertThat(generate("MoreNamespaces", "Namespaces")).isEmpty();

        assertThat(log)
                .containsExactly(
                        "Rendered 1 file into " + directory.getFileName() + "/: 1 written, 0 removed, 0 unchanged",
                        "Rendered 3 files into " + directory.getFileName() + "/: 2 written, 0 removed, 1 unchanged");
        assertThat(firstLine("demo.yaml"))
                .isEqualTo("# Rendered by Berth from com.example.bridge.Namespaces: demo.yaml");
        assertThat(firstLine("more/demo.yaml"))
                .isEqualTo("# Rendered by Berth from com.example.bridge.MoreNamespaces: more/demo.yaml");
        assertThat(Files.readAllLines(directory.resolve("more/deploy.sh")))
                .contains("# Rendered by Berth from com.example.bridge.MoreNamespaces: more/deploy.sh");
    }

    @Test
    void the_sources_are_still_checked_as_one_set() {
        assertThat(generate("Namespaces", "SameNamespace").orElseThrow())
                .startsWith(
                        "The declarations have 1 problem, so nothing was rendered:\n"
                                + "Namespace \"demo\": declared twice: in demo.yaml at com.example.bridge.Namespaces.manifests(");
    }

    private String firstLine(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).get(0);
    }
}
