package dev.berth.yaml;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Readers outside the JVM. Each one is a single process for many documents. */
final class ForeignReaders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ForeignReaders() {}

    /** Returns whether the command runs and succeeds here. */
    static boolean runs(String... command) {
        try {
            Process process = process(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        // Debian installs npm packages here; the Node.js of another distribution does not look there by itself.
        process.environment().putIfAbsent("NODE_PATH", "/usr/share/nodejs");
        return process;
    }

    /**
     * Returns the JSON documents that the command prints for a file of YAML documents, whose path replaces {@code
     * FILE}.
     */
    static List<Object> read(byte[] yaml, Path directory, String... command) {
        try {
            Path file = Files.write(directory.resolve("documents.yaml"), yaml);
            Path errors = directory.resolve("errors.txt");
            List<String> words = new ArrayList<>(List.of(command));
            words.replaceAll(word -> word.equals("FILE") ? file.toString() : word);
            Process process = process(words).redirectError(errors.toFile()).start();
            List<Object> documents = new ArrayList<>();
            try (InputStream out = process.getInputStream();
                    MappingIterator<Object> values =
                            JSON.readerFor(Object.class).readValues(out)) {
                values.forEachRemaining(documents::add);
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(errors));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
