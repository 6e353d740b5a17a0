package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.ManifestSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check reports for a tree. */
class TreeDiffTest {

    private Path out = Path.of("");

    @BeforeEach
    void prepare(@TempDir Path temp) {
        out = temp.resolve("generated");
    }

    @Test
    void a_directory_with_the_same_tree_has_no_differences() {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));
        TreeWriter.write(tree, out);

        TreeDiff diff = TreeDiff.between(tree, out);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toString()).isEmpty();
    }

    @Test
    void missing_extra_and_different_files_are_reported_sorted_by_path() throws IOException {
        TreeWriter.write(
                Trees.tree(
                        Trees.config("b.yaml", "one\ntwo\nthree\n"),
                        Trees.config("old.yaml", "x"),
                        Trees.script("run.sh", "echo\n")),
                out);
        Files.setPosixFilePermissions(out.resolve("run.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        SortedMap<String, String> before = Trees.contents(out);

        TreeDiff diff = TreeDiff.between(
                Trees.tree(
                        Trees.config("a.yaml", "x"),
                        Trees.config("b.yaml", "one\n2\nthree\nfour\n"),
                        Trees.script("run.sh", "echo\n")),
                out);

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff).hasToString("""
                        generated/ differs from what Demo renders:
                            a.yaml: is missing
                            b.yaml:
                                @@ -11 +11 @@
                                -    two
                                +    2
                                @@ -12,0 +13 @@
                                +    four
                            old.yaml: no declaration renders this file
                            run.sh: should be executable
                        Run 'mvn generate-manifests' to update, then review the diff.""");
        assertThat(Trees.contents(out)).isEqualTo(before);
    }

    @Test
    void a_long_diff_is_cut_after_fifty_lines() {
        TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x\n".repeat(100))), out);

        String diff = TreeDiff.between(Trees.tree(Trees.config("a.yaml", "y\n".repeat(100))), out)
                .toString();

        assertThat(diff.lines()).hasSize(1 + 1 + 50 + 1 + 1).contains("        … 151 more lines");
    }

    @Test
    void invisible_differences_are_made_visible() throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));
        TreeWriter.write(tree, out);
        Files.writeString(
                out.resolve("a.yaml"),
                Files.readString(out.resolve("a.yaml"))
                        .replace("kind: ConfigMap\n", "kind: ConfigMap\r\n")
                        .replace("text: x\n", "text: x\u001b[2J"));

        assertThat(TreeDiff.between(tree, out)).hasToString("""
                        generated/ differs from what Demo renders:
                            a.yaml:
                                @@ -5 +5 @@
                                -kind: ConfigMap\\u000D
                                +kind: ConfigMap
                                @@ -9 +9 @@
                                -  text: x\\u001B[2J (no line break)
                                +  text: x
                        Run 'mvn generate-manifests' to update, then review the diff.""");
    }

    @Test
    void bytes_that_are_not_text_are_a_difference() throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "\ufffd"));
        TreeWriter.write(tree, out);
        byte[] bytes =
                Files.readString(out.resolve("a.yaml")).replace("\\uFFFD", "?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        Files.write(out.resolve("a.yaml"), bytes);

        assertThat(TreeDiff.between(tree, out).toString())
                .contains("a.yaml:\n        the bytes differ but the characters do not: the file on the disk is not in"
                        + " UTF-8\n");
    }

    @Test
    void whatever_prevents_writing_the_tree_is_a_difference() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.yaml"), "mine: true\n");

        assertThat(TreeDiff.between(Trees.tree(Trees.config("a.yaml", "x")), out))
                .hasToString("generated/ differs from what Demo renders:\n    " + out.resolve("a.yaml")
                        + " is not a file that Berth rendered, so it is left as it is: move it away, or render to another"
                        + " path\nRun 'mvn generate-manifests' to update, then review the diff.");
    }

    @Test
    void in_a_missing_directory_every_file_is_missing() {
        assertThat(TreeDiff.between(Trees.tree(Trees.config("a.yaml", "x")), out))
                .hasToString("generated/ differs from what Demo renders:\n    a.yaml: is missing\n"
                        + "Run 'mvn generate-manifests' to update, then review the diff.");
        assertThat(out).doesNotExist();
    }

    @Test
    void the_heading_names_two_sources_and_counts_more() {
        assertThat(heading("com.example.Demo", "com.example.Other"))
                .isEqualTo("generated/ differs from what Demo and Other render:");
        assertThat(heading("com.example.A", "com.example.B", "com.example.C"))
                .isEqualTo("generated/ differs from what 3 classes render:");
    }

    private String heading(String... sources) {
        ManifestSet set = ManifestSet.of();
        for (String source : sources) {
            set = set.and(ManifestSet.of(Trees.config(source.toLowerCase(Locale.ROOT) + ".yaml", "x"))
                    .declaredBy(source));
        }
        ManifestTree tree = ManifestTree.render(set, Trees.SOURCE, Trees.COMMAND);
        return TreeDiff.between(tree, out).toString().lines().findFirst().orElseThrow();
    }
}
