package dev.berth.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in for an image: the programs of this machine, and what the image adds to them.
 *
 * @param entryPoint the script that stands in for the entry point of the image; empty if the image starts the command
 * @param path the directories with programs
 * @param stopSignal the signal that stops the server, as the image declares it
 * @param directories the directories that the image has
 * @param users the lines of {@code /etc/passwd}
 */
record LocalImage(
        Optional<String> entryPoint, String path, String stopSignal, List<String> directories, List<String> users) {

    private static final List<String> USERS = List.of(
            "root:x:0:0::/:/bin/sh",
            "postgres:x:999:999::/var/lib/postgresql:/bin/sh",
            "nobody:x:65534:65534::/:/bin/sh",
            "alpine:x:70:70::/:/bin/sh");

    /** What the library {@code nss_wrapper} adds in the images of Bitnami, for the user that they run as. */
    private static final List<String> BITNAMI_USERS = List.of("postgres:x:1001:1001::/:/bin/false");

    /** Where a container has the programs that a test brings for its image. */
    static final String PROGRAMS = "/opt/programs";

    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final String SYSTEM = "/usr/sbin:/usr/bin:/sbin:/bin";

    /**
     * The image by the last part of its name: "postgres-sigterm" stands for one that was built from "postgres" and names no
     * signal. Any other image has the programs of this machine only.
     *
     * @param hasPrograms whether a test brings programs for it, which come before those of this machine
     */
    static LocalImage of(String image, boolean hasPrograms) {
        String name = image.replaceFirst("[@:][^/]*$", "").replaceFirst(".*/", "");
        List<String> directories = List.of("/data", "/docker-entrypoint-initdb.d");
        String path = (hasPrograms ? PROGRAMS + "/bin:" : "")
                + newestPostgres().map(postgres -> postgres + ":").orElse("")
                + SYSTEM;
        return switch (name) {
            case "postgres" -> new LocalImage(Optional.of("postgres"), path, "INT", directories, USERS);
            case "postgresql" ->
                new LocalImage(Optional.of("bitnami-postgresql"), path, "TERM", directories, BITNAMI_USERS);
            case LocalCluster.CLIENT -> new LocalImage(Optional.empty(), path, "TERM", directories, USERS);
            case "haproxy" -> new LocalImage(Optional.empty(), SYSTEM, "USR1", directories, USERS);
            case "postgres-sigterm" -> new LocalImage(Optional.of("postgres"), path, "TERM", directories, USERS);
            case "postgres-exporter", "redis_exporter" ->
                new LocalImage(Optional.of(name.replace('_', '-')), path, "TERM", directories, USERS);
            default -> new LocalImage(Optional.empty(), SYSTEM, "TERM", directories, USERS);
        };
    }

    /** The directory with the programs of the newest PostgreSQL of this machine. */
    private static Optional<Path> newestPostgres() {
        if (!Files.isDirectory(POSTGRES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
