package dev.berth.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Where a cluster has the files of its pods, its claims, and the names that resolve. */
final class ClusterDirectory {

    private static final int HOSTS_LENGTH = 16384;

    private final Path root;
    private final AtomicInteger pods = new AtomicInteger();
    private final Set<String> limited = new HashSet<>();

    ClusterDirectory() {
        try {
            // Not a @TempDir: only root could enter it, but the servers do not run as root.
            root = Files.createTempDirectory(
                    "berth-cluster",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.createDirectories(claims());
            Files.write(hosts(), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path claims() {
        return root.resolve("claims");
    }

    Path hosts() {
        return root.resolve("hosts");
    }

    /** A directory for a pod, which no pod had before. */
    Path newPod(String name) {
        return root.resolve("pods/" + pods.incrementAndGet() + "/" + name);
    }

    /**
     * Writes the names that resolve now. The file and its length stay the same, because every container has it mounted
     * and may be reading it.
     */
    void writeHosts(String text) {
        byte[] names = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), HOSTS_LENGTH);
        for (int i = names.length - 1; names[i] == 0; i--) {
            names[i] = '\n';
        }
        try {
            Files.write(hosts(), names, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteClaim(String name) {
        if (limited.remove(name)) {
            Shell.run("umount", claims().resolve(name).toString());
        }
        delete(claims().resolve(name));
    }

    /** Gives a claim a file system of its own with this size, or changes its size. */
    void limitClaim(String name, long group, int mebibytes) {
        Path claim = claims().resolve(name);
        try {
            Files.createDirectories(claim);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String options = "size=" + mebibytes + "m,mode=775,gid=" + group;
        if (limited.add(name)) {
            Shell.run("mount", "-t", "tmpfs", "-o", options, "claim", claim.toString());
        } else {
            Shell.run("mount", "-o", "remount," + options, claim.toString());
        }
    }

    void delete() {
        List.copyOf(limited).forEach(this::deleteClaim);
        delete(root);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
