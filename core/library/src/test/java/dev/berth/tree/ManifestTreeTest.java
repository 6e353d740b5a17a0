package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.finding.Finding;
import dev.berth.manifest.CommentStyle;
import dev.berth.manifest.InvalidManifestsException;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import dev.berth.manifest.TextFile;
import dev.berth.value.InvalidValueException;
import dev.berth.value.TreePath;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets are rendered to bytes by path. */
class ManifestTreeTest {

    @Test
    void a_file_of_objects_has_a_header_and_its_documents() {
        ManifestTree tree = Trees.tree(ManifestFile.of(
                "manifests/01-config.yaml",
                RawManifest.of(config("a", "x")).comment("The first."),
                RawManifest.of(config("b", "y\n")).fieldComment("data[text]", "The second.")));

        assertThat(text(tree, "manifests/01-config.yaml")).isEqualTo("""
                        # Rendered by Berth from com.example.Demo: manifests/01-config.yaml
                        # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                        # The first.
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: a
                        data:
                          text: x
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: b
                        data:
                          # The second.
                          text: |
                            y
                        """);
        assertThat(tree.isExecutable(TreePath.of("manifests/01-config.yaml"))).isFalse();
    }

    @Test
    void the_header_of_a_script_follows_its_first_line() {
        ManifestTree tree = Trees.tree(Trees.script("scripts/run.sh", "echo hello\n"));

        assertThat(text(tree, "scripts/run.sh")).isEqualTo("""
                        #!/usr/bin/env bash
                        # Rendered by Berth from com.example.Demo: scripts/run.sh
                        # Do not edit: change the declaration, then run 'mvn generate-manifests'.
                        echo hello
                        """);
        assertThat(tree.isExecutable(TreePath.of("scripts/run.sh"))).isTrue();
    }

    @Test
    void the_header_of_a_page_is_a_comment_that_is_not_shown() {
        ManifestTree tree = Trees.tree(TextFile.of("docs/PAGE.md", "# Page\n"));

        assertThat(text(tree, "docs/PAGE.md")).isEqualTo("""
                        <!-- Rendered by Berth from com.example.Demo: docs/PAGE.md
                             Do not edit: change the declaration, then run 'mvn generate-manifests'. -->

                        # Page
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "app.properties, '# '",
        "schema.sql, '-- '",
        "server.ini, '; '",
        "index.js, '// '",
        "deep/notes.txt, '# '",
        "kustomization.yaml, '# '"
    })
    void the_header_of_a_text_is_a_comment_of_its_format(String path, String comment) {
        ManifestTree tree = Trees.tree(TextFile.of(path, "text\n"));

        assertThat(text(tree, path))
                .isEqualTo(comment + "Rendered by Berth from com.example.Demo: " + path + "\n" + comment
                        + "Do not edit: change the declaration, then run 'mvn generate-manifests'.\n\ntext\n");
        assertThat(tree.isExecutable(TreePath.of(path))).isFalse();
    }

    @Test
    void the_header_follows_what_must_be_the_first_line() {
        ManifestTree tree = Trees.tree(
                TextFile.of("a.xml", "<?xml version=\"1.0\"?>\n<a/>\n"),
                TextFile.of("run.awk", "#!/usr/bin/awk -f\n{ print }\n", CommentStyle.HASH));

        assertThat(text(tree, "a.xml")).isEqualTo("""
                        <?xml version="1.0"?>
                        <!-- Rendered by Berth from com.example.Demo: a.xml
                             Do not edit: change the declaration, then run 'mvn generate-manifests'. -->
                        <a/>
                        """);
        assertThat(text(tree, "run.awk")).startsWith("#!/usr/bin/awk -f\n# Rendered by Berth from");
        assertThat(tree.isExecutable(TreePath.of("run.awk"))).isTrue();
    }

    @Test
    void all_problems_are_reported_at_once() {
        ManifestSet set = ManifestSet.of(
                ManifestFile.of("a.yaml", RawManifest.of(config("a", "\ud800"))),
                ManifestFile.of("b.yaml", RawManifest.of(config("b", "x")).fieldComment("spec.replicas", "three")),
                TextFile.of("e.md", "\udc00\n"),
                Trees.config("c.yaml", "x"),
                Trees.config("c.yaml/d.yaml", "x"));

        assertThatThrownBy(() -> ManifestTree.render(set, Trees.SOURCE, Trees.COMMAND))
                .isInstanceOfSatisfying(InvalidManifestsException.class, e -> assertThat(e.problems())
                        .extracting(Finding::message)
                        .containsExactly(
                                "ConfigMap \"a\": data.text: Invalid value: character 0 is U+D800, half of a surrogate pair,"
                                        + " which YAML cannot contain: use a whole character, or encode the bytes as"
                                        + " base64",
                                "ConfigMap \"b\": spec.replicas: has a comment, but the object has no such field: correct"
                                        + " its path",
                                "e.md contains half of a surrogate pair, which has no form in UTF-8: use whole"
                                        + " characters",
                                "c.yaml is both a file and a directory of other files: rename one"));
    }

    @Test
    void each_file_names_only_the_class_that_declares_it() {
        ManifestSet web = ManifestSet.of(Trees.config("web.yaml", "x")).declaredBy("com.example.Web");
        ManifestSet cache = ManifestSet.of(Trees.config("cache.yaml", "x"), Trees.script("cache.sh", "echo\n"));
        ManifestTree both = ManifestTree.render(web.and(cache), "com.example.Cache", Trees.COMMAND);

        assertThat(text(both, "web.yaml")).startsWith("# Rendered by Berth from com.example.Web: web.yaml\n");
        assertThat(text(both, "cache.yaml")).startsWith("# Rendered by Berth from com.example.Cache: cache.yaml\n");
        assertThat(text(both, "cache.sh")).contains("\n# Rendered by Berth from com.example.Cache: cache.sh\n");
        assertThat(both.sources()).containsExactly("com.example.Cache", "com.example.Web");
        assertThat(text(ManifestTree.render(web.models(), Trees.COMMAND), "web.yaml"))
                .as("a second source does not change the file of the first one")
                .isEqualTo(text(both, "web.yaml"));
    }

    @Test
    void a_file_without_a_source_is_not_rendered() {
        ManifestSet set = ManifestSet.of(Trees.config("web.yaml", "x"));

        assertThatThrownBy(() -> ManifestTree.render(set.models(), Trees.COMMAND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("web.yaml does not name its source: use ManifestSet.declaredBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "a --> b", "bell\u0007"})
    void a_command_that_would_break_the_header_is_refused(String command) {
        assertThatThrownBy(() -> ManifestTree.render(ManifestSet.of(), Trees.SOURCE, command))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("command: Invalid value: \"" + command
                        + "\": must be one line of at most 1000 characters, without '-->'");
    }

    @Test
    void paths_are_sorted() {
        ManifestTree tree = Trees.tree(Trees.config("b.yaml", "x"), Trees.config("a/c.yaml", "x"));

        assertThat(tree.paths()).containsExactlyElementsOf(List.of(TreePath.of("a/c.yaml"), TreePath.of("b.yaml")));
    }

    private static ConfigMap config(String name, String text) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("text", text)
                .build();
    }

    private static String text(ManifestTree tree, String path) {
        return new String(tree.bytes(TreePath.of(path)), StandardCharsets.UTF_8);
    }
}
