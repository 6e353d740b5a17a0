package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fail: one clear line, and the old tree stays. */
class FailingDiskTest {

    private static final ManifestTree OLD = Trees.tree(
            Trees.config("a.yaml", "old"), Trees.config("m/b.yaml", "old"), Trees.config("old/c.yaml", "old"));

    private static final ManifestTree NEW = Trees.tree(
            Trees.config("a.yaml", "new"), Trees.config("m/b.yaml", "new"), Trees.config("new/d.yaml", "new"));

    private static final ManifestTree HUGE = Trees.tree(
            Trees.config("a.yaml", "new"),
            Trees.config("m/b.yaml", "huge ".repeat(200_000)),
            Trees.config("n/e.yaml", "new"));

    private Path out = Path.of("");

    @BeforeEach
    void prepare(@TempDir Path temp) {
        out = temp;
    }

    @AfterEach
    void unmount() {
        Programs.succeeds("umount", out.resolve("disk/a.yaml").toString());
        Programs.succeeds("umount", out.resolve("disk").toString());
    }

    @Test
    void a_full_disk_leaves_the_old_tree() throws IOException {
        Path disk = mountSmallDisk();
        TreeWriter.write(OLD, disk);
        SortedMap<String, String> before = Trees.contents(disk);

        assertThatThrownBy(() -> TreeWriter.write(HUGE, disk))
                .isInstanceOf(TreeException.class)
                .hasMessage(disk.resolve("m/b.yaml") + " cannot be written: No space left on device; the tree is"
                        + " unchanged");

        assertThat(Trees.contents(disk)).isEqualTo(before);
    }

    @Test
    void a_disk_without_any_space_leaves_the_old_tree() throws IOException {
        Path disk = mountSmallDisk();
        TreeWriter.write(OLD, disk);
        fill(disk.resolve("filler.bin"));
        SortedMap<String, String> before = Trees.contents(disk);

        assertThatThrownBy(() -> TreeWriter.write(NEW, disk))
                .isInstanceOf(TreeException.class)
                .hasMessageContaining(" cannot be written: No space left on device");

        assertThat(Trees.contents(disk)).isEqualTo(before);
    }

    @Test
    void a_read_only_disk_leaves_the_old_tree() throws IOException {
        Path disk = mountSmallDisk();
        TreeWriter.write(OLD, disk);
        assumeRuns("to remount for reading only", "mount", "-o", "remount,ro", disk.toString());
        SortedMap<String, String> before = Trees.contents(disk);

        assertThatThrownBy(() -> TreeWriter.write(NEW, disk))
                .isInstanceOf(TreeException.class)
                .hasMessage(disk + " cannot be written: Read-only file system");

        assertThat(Trees.contents(disk)).isEqualTo(before);
        assertThat(TreeWriter.write(OLD, disk)).isEqualTo(new TreeWriter.Summary(0, 0, 3, List.of()));
    }

    @Test
    void if_one_file_cannot_be_replaced_all_others_are_restored() throws IOException {
        Path disk = mountSmallDisk();
        TreeWriter.write(OLD, disk);
        Path fixed = Files.copy(disk.resolve("m/b.yaml"), out.resolve("fixed.yaml"));
        assumeRuns(
                "to mount a file",
                "mount",
                "--bind",
                fixed.toString(),
                disk.resolve("m/b.yaml").toString());
        try {
            SortedMap<String, String> before = Trees.contents(disk);

            assertThatThrownBy(() -> TreeWriter.write(NEW, disk))
                    .isInstanceOf(TreeException.class)
                    .hasMessage(disk.resolve("m/b.yaml")
                            + " cannot be written: Device or resource busy; the tree is unchanged");

            assertThat(Trees.contents(disk)).isEqualTo(before);
        } finally {
            Programs.succeeds("umount", disk.resolve("m/b.yaml").toString());
        }
    }

    @Test
    void a_directory_without_permission_leaves_the_old_tree() throws IOException {
        TreeWriter.write(OLD, out);
        Files.setPosixFilePermissions(out.resolve("m"), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeMay(!Files.isWritable(out.resolve("m")), "to be kept from writing (this user may write everywhere)");
            SortedMap<String, String> before = Trees.contents(out);

            assertThatThrownBy(() -> TreeWriter.write(NEW, out))
                    .isInstanceOf(TreeException.class)
                    .hasMessage(
                            out.resolve("m/b.yaml") + " cannot be written: permission denied; the tree is unchanged");

            assertThat(Trees.contents(out)).isEqualTo(before);
        } finally {
            Files.setPosixFilePermissions(out.resolve("m"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Path mountSmallDisk() throws IOException {
        Path disk = Files.createDirectories(out.resolve("disk"));
        assumeRuns("to mount a disk of its own", "mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString());
        return disk;
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (var stream = Files.newOutputStream(file)) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessage("No space left on device");
        }
    }

    private static void assumeRuns(String what, String... command) {
        assumeMay(Programs.succeeds(command), what);
    }

    private static void assumeMay(boolean may, String what) {
        if (!may) {
            System.out.println("SKIPPED: this test needs " + what);
        }
        assumeTrue(may, what);
    }
}
