package dev.berth.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a container finds in its root directory: a skeleton, which is copied to a file system of its own, and a table of the
 * mounts, for {@code mount --all}. Both are prepared here, because each program that a script starts takes longer than all
 * of this.
 */
final class ContainerRoot {

    /** The programs of this machine. What an image has below {@code /usr/local} is not here. */
    private static final List<String> PROGRAMS = List.of("bin", "sbin", "lib", "lib64", "libexec", "share");

    private static final List<String> LINKS = List.of("bin", "sbin", "lib", "lib64");
    private static final List<String> DIRECTORIES = List.of("proc", "run", "tmp", "var/lib", "var/run", "dev/shm");
    private static final List<String> DEVICES = List.of("null", "zero", "random", "urandom");
    private static final List<String> SETTINGS = List.of("ld.so.cache", "nsswitch.conf", "ssl/openssl.cnf");

    private final Path skeleton;
    private final Path root;
    private final List<BindMount> mounts = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();

    /**
     * Prepares a root directory with the programs of this machine.
     *
     * @param skeleton what is copied
     * @param root where the container is going to have it
     */
    ContainerRoot(Path skeleton, Path root) throws IOException {
        this.skeleton = skeleton;
        this.root = root;
        for (String directory : DIRECTORIES) {
            directory(directory);
        }
        for (String part : PROGRAMS) {
            Path source = Path.of("/usr", part);
            if (Files.isDirectory(source)) {
                mount(new BindMount(source, source.toString(), true));
            }
        }
        for (String link : LINKS) {
            link(link, "usr/" + link);
        }
        link("dev/fd", "/proc/self/fd");
        for (String device : DEVICES) {
            mount(new BindMount(Path.of("/dev", device), "/dev/" + device, false));
        }
        for (String settings : SETTINGS) {
            Path source = Path.of("/etc", settings);
            if (Files.exists(source)) {
                Files.copy(source, file("etc/" + settings), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        mount(new BindMount(Path.of("/etc/alternatives"), "/etc/alternatives", false));
        line("shm", "/dev/shm", "tmpfs", "mode=1777,size=64m");
        line("proc", "/proc", "proc", "defaults");
    }

    /** Adds a directory. */
    Path directory(String path) throws IOException {
        return Files.createDirectories(skeleton.resolve(relative(path)));
    }

    /** Adds a file. */
    void write(String path, String text) throws IOException {
        Files.writeString(file(path), text);
    }

    private Path file(String path) throws IOException {
        Path file = skeleton.resolve(relative(path));
        Files.createDirectories(file.getParent());
        return file;
    }

    private void link(String path, String target) throws IOException {
        Path link = file(path);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** Adds a mount. Its target may be in another one that was added before, as a container runtime allows. */
    void mount(BindMount mount) throws IOException {
        Path target = skeleton.resolve(relative(mount.target()));
        for (BindMount other : mounts) {
            if (Path.of(mount.target()).startsWith(other.target())) {
                target = other.source().resolve(Path.of(other.target()).relativize(Path.of(mount.target())));
            }
        }
        if (Files.isDirectory(mount.source())) {
            Files.createDirectories(target);
        } else if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Files.createFile(target);
        }
        mounts.add(mount);
        line(mount.source().toString(), mount.target(), "none", mount.readOnly() ? "bind,ro" : "bind");
    }

    /** Returns the table of the mounts, in the order in which they are mounted. */
    String table() {
        return table.toString();
    }

    /** Lets every user write to {@code /tmp}, as long as the root directory is not read-only. */
    void makeTemporaryFilesPossible() throws IOException {
        Files.setAttribute(directory("tmp"), "unix:mode", 01777);
    }

    private void line(String source, String target, String type, String options) {
        table.append(escape(source))
                .append(' ')
                .append(escape(root + target))
                .append(' ')
                .append(type)
                .append(' ')
                .append(options)
                .append(" 0 0\n");
    }

    private static String escape(String path) {
        return path.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
