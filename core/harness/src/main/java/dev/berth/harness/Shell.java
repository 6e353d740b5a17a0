package dev.berth.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine and waits for them. */
final class Shell {

    private Shell() {}

    /** Runs a program, and fails if it does. */
    static String run(String... command) {
        Output output = attempt(List.of(command));
        if (output.exit() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + output.exit() + ":\n" + output.text());
        }
        return output.text();
    }

    /** Runs a program, and returns what it prints and how it ends. */
    static Output attempt(List<String> command) {
        return attempt(command, Optional.empty());
    }

    /** Runs a program for this time at most. A program that takes longer is killed, and has failed. */
    static Output attempt(List<String> command, Duration limit) {
        return attempt(command, Optional.of(limit));
    }

    private static Output attempt(List<String> command, Optional<Duration> limit) {
        try {
            // A file, because a background process of the program may keep a pipe open.
            Path file = Files.createTempFile("berth-harness", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(file.toFile())
                        .start();
                if (limit.isPresent() && !process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                int exit = process.waitFor();
                return new Output(exit, Files.readString(file, StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static boolean isInstalled(String program) {
        for (String directory : List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
