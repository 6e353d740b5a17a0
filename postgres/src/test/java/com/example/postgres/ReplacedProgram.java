package com.example.postgres;

import dev.berth.harness.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A rendered tree whose backup finds another program first: one that breaks what the real one writes. */
final class ReplacedProgram {

    private ReplacedProgram() {}

    /**
     * Puts the program into the volume of the backups, and the directory into the PATH of the CronJob.
     *
     * @param file the rendered file
     * @param directory where the changed tree is written
     * @param script the program, which finds the real one after {@code PATH=${PATH#*:}}
     */
    static Path in(LocalCluster cluster, Path file, Path directory, String name, String script) throws IOException {
        Path programs = Files.createDirectories(cluster.claim("orders-backup").resolve("bin"));
        Path program = Files.writeString(programs.resolve(name), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        String kind = "            - name: KIND\n";
        String path = "            - name: PATH\n              value: /backup/bin:"
                + cluster.exec("orders-0", "printenv", "PATH").value() + "\n";
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve(file.getFileName()), Files.readString(file).replace(kind, path + kind));
        return directory;
    }
}
