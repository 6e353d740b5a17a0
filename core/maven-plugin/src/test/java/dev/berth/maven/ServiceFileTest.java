package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {

    @TempDir
    private Path classes;

    @Test
    void a_project_without_the_file_has_no_source() throws Exception {
        assertThat(ServiceFile.namesIn(classes)).isEmpty();
        assertThat(ServiceFile.namesIn(classes.resolve("not-compiled"))).isEmpty();
    }

    @Test
    void each_line_names_a_source_except_comments_and_blank_lines() throws Exception {
        Path file = classes.resolve("META-INF/services/dev.berth.manifest.ManifestSource");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                # the trees of this project
                com.example.Databases

                  com.example.Caches # Redis
                com.example.Databases
                """);
        assertThat(ServiceFile.namesIn(classes)).containsExactly("com.example.Databases", "com.example.Caches");
    }
}
