package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.CommentStyle;
import dev.berth.manifest.TextFile;
import dev.berth.tree.TreeWriter.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees are written to the disk, and files that do not belong to them stay as they are. */
class TreeWriterTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @Test
    void a_tree_is_written_into_a_directory_that_does_not_exist_yet(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("a/b/generated");

        Summary summary = TreeWriter.write(
                Trees.tree(Trees.config("manifests/a.yaml", "x"), Trees.script("run.sh", "echo\n")), out);

        assertThat(summary).isEqualTo(new Summary(2, 0, 0, List.of()));
        assertThat(Trees.contents(out)).containsOnlyKeys("manifests/", "manifests/a.yaml", "run.sh");
        assertThat(Files.readString(out.resolve("manifests/a.yaml"))).endsWith("data:\n  text: x\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("run.sh"))))
                .startsWith("rwx");
        assertThat(Files.isExecutable(out.resolve("run.sh"))).isTrue();
    }

    @Test
    void a_file_whose_bytes_are_right_is_not_touched(@TempDir Path out) throws IOException {
        TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x"), Trees.config("b.yaml", "x")), out);
        Files.setLastModifiedTime(out.resolve("a.yaml"), LONG_AGO);
        Files.setLastModifiedTime(out.resolve("b.yaml"), LONG_AGO);

        Summary summary = TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x"), Trees.config("b.yaml", "y")), out);

        assertThat(summary).isEqualTo(new Summary(1, 0, 1, List.of()));
        assertThat(Files.getLastModifiedTime(out.resolve("a.yaml"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(out.resolve("b.yaml"))).isNotEqualTo(LONG_AGO);
        assertThat(Files.readString(out.resolve("b.yaml"))).endsWith("text: \"y\"\n");
    }

    @Test
    void a_run_that_changes_nothing_does_not_even_touch_the_directory(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));
        TreeWriter.write(tree, out);
        Files.setLastModifiedTime(out, LONG_AGO);

        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(0, 0, 1, List.of()));
        assertThat(Files.getLastModifiedTime(out)).isEqualTo(LONG_AGO);
    }

    @Test
    void the_executable_bit_is_corrected_without_touching_the_bytes(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"), Trees.script("run.sh", "echo\n"));
        TreeWriter.write(tree, out);
        Files.setPosixFilePermissions(out.resolve("a.yaml"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(out.resolve("run.sh"), PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(out.resolve("run.sh"), LONG_AGO);

        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(2, 0, 0, List.of()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("a.yaml"))))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("run.sh"))))
                .isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(out.resolve("run.sh"))).isEqualTo(LONG_AGO);
    }

    @Test
    void files_that_are_no_longer_rendered_are_removed_with_their_empty_directories(@TempDir Path out)
            throws IOException {
        TreeWriter.write(
                Trees.tree(
                        Trees.config("a.yaml", "x"),
                        Trees.config("clouds/aws/b.yaml", "x"),
                        Trees.config("clouds/gcp/c.yaml", "x"),
                        Trees.script("scripts/run.sh", "echo\n")),
                out);
        Files.writeString(out.resolve("clouds/gcp/notes.txt"), "mine");

        Summary summary = TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out);

        assertThat(summary).isEqualTo(new Summary(0, 3, 1, List.of()));
        assertThat(Trees.contents(out)).containsOnlyKeys("a.yaml", "clouds/", "clouds/gcp/", "clouds/gcp/notes.txt");
    }

    @Test
    void texts_that_are_no_longer_rendered_are_removed_whatever_their_extension(@TempDir Path out) throws IOException {
        TreeWriter.write(
                Trees.tree(
                        Trees.config("a.yaml", "x"),
                        TextFile.of("app.properties", "a=b\n"),
                        TextFile.of("docs/policy.rego", "package a\n", CommentStyle.HASH),
                        TextFile.of("schema.sql", "select 1;\n")),
                out);
        Files.writeString(out.resolve("mine.properties"), "a=b\n");
        Files.writeString(out.resolve("schema.sql"), "select 2;\n");

        Summary summary = TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out);

        assertThat(summary).isEqualTo(new Summary(0, 2, 1, List.of()));
        assertThat(Trees.contents(out)).containsOnlyKeys("a.yaml", "mine.properties", "schema.sql");
    }

    @Test
    void the_output_directory_stays_even_when_it_becomes_empty(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("generated");
        TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out);

        TreeWriter.write(Trees.tree(), out);

        assertThat(Trees.contents(temp)).containsOnlyKeys("generated/");
    }

    @Test
    void files_of_a_user_and_of_trees_with_another_root_stay(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("manifests/a.yaml", "x"));
        TreeWriter.write(tree, out);
        TreeWriter.write(tree, out.resolve("target/classes"));
        Files.createDirectories(out.resolve("src"));
        Files.writeString(out.resolve("src/values.yaml"), "a: 1\n");
        Files.writeString(out.resolve("README.md"), "# Mine\n");
        Files.writeString(out.resolve("empty.yaml"), "");
        SortedMap<String, String> before = Trees.contents(out);

        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(0, 0, 1, List.of()));
        assertThat(Trees.contents(out)).isEqualTo(before);
    }

    @Test
    void a_file_of_a_user_is_not_overwritten(@TempDir Path out) throws IOException {
        Files.writeString(out.resolve("a.yaml"), "mine: true\n");

        assertRefused(
                Trees.tree(Trees.config("a.yaml", "x"), Trees.config("b.yaml", "x")),
                out,
                out.resolve("a.yaml")
                        + " is not a file that Berth rendered, so it is left as it is: move it away, or render"
                        + " to another path");
    }

    @Test
    void a_copy_made_by_hand_is_neither_removed_nor_overwritten(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"), Trees.config("b.yaml", "x"));
        TreeWriter.write(tree, out);
        Files.copy(out.resolve("a.yaml"), out.resolve("copy.yaml"));
        Files.writeString(out.resolve("b.yaml"), Files.readString(out.resolve("a.yaml")));

        assertRefused(
                tree,
                out,
                out.resolve("b.yaml") + " was rendered for a.yaml, so it is a copy: delete it, then render again\n"
                        + out.resolve("copy.yaml")
                        + " was rendered for a.yaml, so it is a copy: delete it, or delete its header to keep it as your"
                        + " own");
    }

    @Test
    void a_directory_where_a_file_should_be_is_refused(@TempDir Path out) throws IOException {
        Files.createDirectories(out.resolve("a.yaml"));

        assertRefused(
                Trees.tree(Trees.config("a.yaml", "x"), Trees.config("b.yaml", "x")),
                out,
                out.resolve("a.yaml") + " is a directory where a file should be: move it away");
    }

    @Test
    void a_file_where_a_directory_should_be_is_refused_once(@TempDir Path out) throws IOException {
        Files.writeString(out.resolve("manifests"), "mine");

        assertRefused(
                Trees.tree(Trees.config("manifests/a.yaml", "x"), Trees.config("manifests/deep/b.yaml", "x")),
                out,
                out.resolve("manifests") + " is a file where a directory should be: move it away");
    }

    @Test
    void an_output_directory_that_is_a_file_is_refused(@TempDir Path temp) throws IOException {
        Path out = Files.writeString(temp.resolve("generated"), "mine");

        assertThatThrownBy(() -> TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out))
                .isInstanceOf(TreeException.class)
                .hasMessage(out + " is not a directory: move it away");
        assertThat(Files.readString(out)).isEqualTo("mine");
    }

    @Test
    void an_output_directory_below_a_file_is_refused(@TempDir Path temp) throws IOException {
        Path out = Files.writeString(temp.resolve("file"), "mine").resolve("generated");

        assertThatThrownBy(() -> TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out))
                .isInstanceOf(TreeException.class)
                .hasMessageStartingWith(out + " cannot be written: ");
        assertThat(Trees.contents(temp)).containsOnlyKeys("file");
    }

    @Test
    void a_symbolic_link_to_a_directory_is_not_followed(@TempDir Path temp) throws IOException {
        Path out = Files.createDirectories(temp.resolve("generated"));
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.createSymbolicLink(out.resolve("manifests"), outside);

        assertRefused(
                Trees.tree(Trees.config("a.yaml", "x"), Trees.config("manifests/deep/a.yaml", "x")),
                out,
                out.resolve("manifests")
                        + " is a symbolic link, which Berth does not follow: replace it with a directory");
        assertThat(Trees.contents(outside)).isEmpty();
    }

    @Test
    void a_symbolic_link_to_a_file_is_not_followed(@TempDir Path temp) throws IOException {
        Path out = Files.createDirectories(temp.resolve("generated"));
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));
        TreeWriter.write(Trees.tree(Trees.config("a.yaml", "old")), temp.resolve("outside"));
        Files.createSymbolicLink(out.resolve("a.yaml"), temp.resolve("outside/a.yaml"));

        assertRefused(tree, out, out.resolve("a.yaml") + " is a symbolic link where a file should be: move it away");
        assertThat(Files.readString(temp.resolve("outside/a.yaml"))).endsWith("text: old\n");
    }

    @Test
    void leftovers_behind_a_symbolic_link_stay(@TempDir Path temp) throws IOException {
        Path out = Files.createDirectories(temp.resolve("generated"));
        TreeWriter.write(Trees.tree(Trees.config("link/a.yaml", "x")), temp.resolve("outside"));
        Files.createSymbolicLink(out.resolve("link"), temp.resolve("outside/link"));

        TreeWriter.write(Trees.tree(Trees.config("b.yaml", "x")), out);

        assertThat(Trees.contents(temp.resolve("outside"))).containsKey("link/a.yaml");
        assertThat(Files.isSymbolicLink(out.resolve("link"))).isTrue();
    }

    @Test
    void an_output_directory_may_itself_be_a_symbolic_link(@TempDir Path temp) throws IOException {
        Files.createDirectories(temp.resolve("real"));
        Path out = Files.createSymbolicLink(temp.resolve("generated"), temp.resolve("real"));

        TreeWriter.write(Trees.tree(Trees.config("a.yaml", "x")), out);

        assertThat(Trees.contents(temp.resolve("real"))).containsOnlyKeys("a.yaml");
    }

    @Test
    void leftovers_of_a_killed_run_are_removed(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("manifests/a.yaml", "x"));
        TreeWriter.write(tree, out);
        Files.writeString(out.resolve("manifests/.berth-0.tmp"), "half of");
        Files.writeString(out.resolve(".berth-lock.tmp"), "");

        TreeWriter.write(tree, out);

        assertThat(Trees.contents(out)).containsOnlyKeys("manifests/", "manifests/a.yaml");
    }

    @Test
    void line_breaks_of_another_system_are_corrected(@TempDir Path out) throws IOException {
        ManifestTree tree = Trees.tree(Trees.config("a.yaml", "x"));
        TreeWriter.write(tree, out);
        String rendered = Files.readString(out.resolve("a.yaml"));
        Files.writeString(out.resolve("a.yaml"), rendered.replace("\n", "\r\n"), StandardCharsets.UTF_8);

        assertThat(TreeWriter.write(tree, out)).isEqualTo(new Summary(1, 0, 0, List.of()));
        assertThat(Files.readString(out.resolve("a.yaml"))).isEqualTo(rendered);
    }

    private static void assertRefused(ManifestTree tree, Path out, String message) throws IOException {
        SortedMap<String, String> before = Trees.contents(out);

        assertThatThrownBy(() -> TreeWriter.write(tree, out))
                .isInstanceOf(TreeException.class)
                .hasMessage(message);

        assertThat(Trees.contents(out)).isEqualTo(before);
    }
}
