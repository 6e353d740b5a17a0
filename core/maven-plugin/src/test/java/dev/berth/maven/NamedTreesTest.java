package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.review.TreeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTreesTest {

    private static final String TEXT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    @TempDir
    private Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("one"));
        Files.createDirectories(directory.resolve("two"));
        Files.writeString(directory.resolve("one/a.yaml"), TEXT);
        Files.writeString(directory.resolve("two/a.yaml"), TEXT);
        Files.writeString(directory.resolve("dump"), TEXT);
    }

    @Test
    void a_parameter_names_a_directory_a_file_or_standard_input() throws IOException {
        try (NamedTrees trees = trees()) {
            assertThat(trees.named(directory.resolve("one").toString()).files()).containsOnlyKeys("a.yaml");
            assertThat(trees.named(directory.resolve("dump").toString()).files())
                    .containsOnlyKeys("dump");
            assertThat(trees.named("-").files()).containsEntry("(standard input)", TEXT);
        }
    }

    @Test
    void a_parameter_names_several_directories_and_files() throws IOException {
        try (NamedTrees trees = trees()) {
            TreeSource both = trees.named(directory.resolve("one") + "," + directory.resolve("two"));
            assertThat(both.isOneTree()).isTrue();
            assertThat(both.files().keySet())
                    .hasSize(2)
                    .anyMatch(file -> file.endsWith("one/a.yaml"))
                    .anyMatch(file -> file.endsWith("two/a.yaml"));
            assertThatThrownBy(() -> trees.named(directory.resolve("one") + ",missing"))
                    .hasMessage(
                            "\"missing\" in \"" + directory.resolve("one") + ",missing\" is not a directory or a file");
        }
    }

    @Test
    void standard_input_can_be_read_only_once() throws IOException {
        try (NamedTrees trees = trees()) {
            trees.named("-");
            assertThatThrownBy(() -> trees.named("-"))
                    .hasMessage("only one of berth.before and berth.after can be standard input");
        }
    }

    @Test
    void the_client_of_a_cluster_is_not_loaded_for_files() throws Exception {
        Set<String> loaded = new TreeSet<>();
        ClassLoader recording = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("dev.berth.") && !name.startsWith("io.fabric8.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                loaded.add(name);
                return known == null ? define(name) : known;
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }
        };
        Class<?> mojo = Class.forName("dev.berth.maven.ReviewMojo", true, recording);
        assertThat(mojo.getDeclaredConstructor().newInstance()).isNotNull();
        assertThat(mojo.getDeclaredMethods()).isNotEmpty();
        assertThat(loaded)
                .contains("dev.berth.maven.ReviewMojo")
                .noneMatch(name ->
                        name.startsWith("dev.berth.client.") || name.startsWith("io.fabric8.kubernetes.client."));
    }

    private NamedTrees trees() {
        return new NamedTrees(directory, new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));
    }
}
