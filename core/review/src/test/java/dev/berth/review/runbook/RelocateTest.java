package dev.berth.review.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands that move data within a volume, on a directory that represents the volume. */
class RelocateTest {
    @TempDir
    private Path volume;

    @Test
    void a_directory_is_renamed_and_missing_parent_directories_are_created() throws Exception {
        write("pgdata/base/1");
        move("/pgdata", "/17/main");
        assertThat(files()).containsExactly("17/main/base/1");
    }

    @Test
    void a_directory_moves_below_itself() throws Exception {
        write("pgdata/base/1");
        write("pgdata/.hidden");
        write("pgdata/lost+found/x");
        move("/pgdata", "/pgdata/17/main");
        assertThat(files()).containsExactly("pgdata/17/main/.hidden", "pgdata/17/main/base/1", "pgdata/lost+found/x");
    }

    @Test
    void a_directory_moves_above_itself() throws Exception {
        write("redis/dump.rdb");
        move("/redis", "");
        assertThat(files()).containsExactly("dump.rdb");
    }

    @Test
    void the_whole_volume_moves_to_a_directory_with_the_same_mode() throws Exception {
        write("dump.rdb");
        String mode = Files.getPosixFilePermissions(volume).toString();
        move("", "/redis");
        assertThat(files()).containsExactly("redis/dump.rdb");
        assertThat(Files.getPosixFilePermissions(volume.resolve("redis"))).hasToString(mode);
    }

    @Test
    void existing_files_are_not_mixed_with_the_data() throws Exception {
        write("old/1");
        write("new/2");
        assertThat(run("/old", "/new")).isNotZero();
        assertThat(files()).containsExactly("new/2", "old/1");
    }

    private void write(String file) throws IOException {
        Path path = volume.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "data");
    }

    private void move(String from, String to) throws Exception {
        assertThat(run(from, to)).isZero();
    }

    private int run(String from, String to) throws Exception {
        List<String> command = Relocate.command(volume + from, volume + to);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("not found", "invalid option");
        return process.waitFor();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(volume)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> volume.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
