package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.tree.TreeWriter.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in which a merge left conflict markers, as git 2.39 writes them. */
class ConflictedFilesTest {

    private static final String DEMO = "# Rendered by Berth from com.example.Demo: a.yaml\n";
    private static final String OTHER = "# Rendered by Berth from com.example.Other: a.yaml\n";
    private static final String BODY = """
            # Do not edit: change the declaration, then run 'mvn generate-manifests'.

            kind: ConfigMap
            """;

    @TempDir
    private Path directory;

    private Path out;

    private final ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));

    @BeforeEach
    void createDirectory() throws IOException {
        out = Files.createDirectory(directory.resolve("generated"));
    }

    private static String conflict(String ours, String theirs) {
        return "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> other\n";
    }

    private void assertIsRenderedAgain(String text) throws IOException {
        Path file = Files.writeString(out.resolve("a.yaml"), text);

        assertThat(TreeDiff.between(tree, out)).hasToString("""
                generated/ differs from what Demo renders:
                    a.yaml: contains conflict markers of a merge: render it again instead of resolving them
                Run 'mvn generate-manifests' to update, then review the diff.""");
        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(1, 0, 0, List.of(file)));
        assertThat(TreeDiff.between(tree, out).isEmpty()).isTrue();
    }

    @Test
    void a_conflict_below_the_header_is_rendered_again() throws IOException {
        assertIsRenderedAgain(DEMO + BODY + conflict("data: x\n", "data: y\n"));
    }

    @Test
    void a_conflict_around_the_header_is_rendered_again() throws IOException {
        assertIsRenderedAgain(conflict(DEMO, OTHER) + BODY);
    }

    @Test
    void a_conflict_around_the_whole_file_is_rendered_again_however_long_it_is() throws IOException {
        String longText = BODY + "data: x\n".repeat(1000);
        assertIsRenderedAgain(conflict(DEMO + longText, OTHER + longText));
    }

    @Test
    void a_conflict_with_a_renamed_file_is_rendered_again() throws IOException {
        assertIsRenderedAgain(conflict("# Rendered by Berth from com.example.Demo: before.yaml\n", DEMO) + BODY);
    }

    @Test
    void a_conflict_in_the_style_diff3_is_rendered_again() throws IOException {
        assertIsRenderedAgain(
                "<<<<<<< HEAD\n" + DEMO + "||||||| 1f0c2aa\n=======\n" + OTHER + ">>>>>>> other\n" + BODY);
    }

    @Test
    void a_conflicted_file_that_no_declaration_renders_is_removed() throws IOException {
        Files.writeString(
                out.resolve("old.yaml"),
                conflict(DEMO.replace("a.yaml", "old.yaml"), OTHER.replace("a.yaml", "old.yaml")) + BODY);

        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(1, 1, 0, List.of()));
        assertThat(out.resolve("old.yaml")).doesNotExist();
    }

    @Test
    void a_conflict_with_a_file_of_the_user_is_left_as_it_is() throws IOException {
        String text = conflict("# Written by hand\n", DEMO) + BODY;
        Path file = Files.writeString(out.resolve("a.yaml"), text);

        assertThatThrownBy(() -> TreeWriter.write(tree, out))
                .isInstanceOf(TreeException.class)
                .hasMessage(file + " is not a file that Berth rendered, so it is left as it is: move it away, or render"
                        + " to another path");
        assertThat(file).hasContent(text);
    }

    @Test
    void markers_that_a_script_contains_itself_are_not_a_conflict() throws IOException {
        String body = "cat <<EOF\n" + conflict("a\n", "b\n") + "EOF\n";
        ManifestTree before = Trees.tree(Trees.script("run.sh", body));
        TreeWriter.write(before, out);

        assertThat(TreeWriter.write(Trees.tree(Trees.script("run.sh", body + "exit\n")), out))
                .isEqualTo(new Summary(1, 0, 0, List.of()));
    }
}
