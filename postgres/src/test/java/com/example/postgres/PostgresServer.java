package com.example.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server on this machine, in a directory like the one that the pod mounts. */
final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path mount;
    private final int port;

    PostgresServer(Path programs, int port) throws IOException {
        this.programs = programs;
        this.port = port;
        // Not a @TempDir: only root could enter it, but the server refuses to run as root.
        this.mount = Files.createTempDirectory(
                "berth-postgres", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.createDirectory(mount.resolve("lost+found"));
    }

    /** Returns the directory of the newest installed server, if there is one. */
    static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.naturalOrder());
        }
    }

    Path mount() {
        return mount;
    }

    Path data() {
        return mount.resolve("pgdata");
    }

    void writeConfig(String text) throws IOException {
        Files.writeString(mount.resolve("postgresql.conf"), text);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres:postgres", mount.toString()));
        }
    }

    void start(String superuser, List<String> arguments) {
        asServer(program("initdb"), "-D", data().toString(), "-U", superuser, "--auth=trust");
        String options = String.join(" ", arguments) + " -c port=" + port + " -c unix_socket_directories=" + mount;
        asServer(
                program("pg_ctl"),
                "-D",
                data().toString(),
                "-o",
                options,
                "-l",
                mount.resolve("log").toString(),
                "-w",
                "start");
    }

    /** Runs a command of the pod against this server and returns its output. A failure fails the test. */
    String asServer(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        all.addAll(List.of(command));
        return run(all);
    }

    String program(String name) {
        return programs.resolve(name).toString();
    }

    private String run(List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).directory(mount.toFile());
            builder.environment()
                    .putAll(Map.of("PGPORT", Integer.toString(port), "PGHOST", mount.toString(), "LC_ALL", "C"));
            Path output = Files.createTempFile("berth-postgres", ".out");
            Process process = builder.redirectOutput(output.toFile()).start();
            int exit = process.waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (exit != 0) {
                throw new AssertionError(command + " ended with " + exit + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Stops the server like the stop signal of the image: a fast shutdown. */
    @Override
    public void close() throws IOException {
        if (Files.exists(data().resolve("postmaster.pid"))) {
            asServer(program("pg_ctl"), "-D", data().toString(), "-m", "fast", "-w", "stop");
        }
        try (Stream<Path> files = Files.walk(mount)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
