package dev.berth.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.validate.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time and memory of {@code validate} for directories of growing size, compared with reading alone. Each task runs
 * in its own process, as for a user: its first round is cold, and the best of the following rounds is warm.
 */
public final class ValidationScaling {

    /** Long enough for the JVM to compile the code. */
    private static final int SECONDS = 20;

    /** A cold process is short, so other load on the machine affects it strongly. */
    private static final int COLD_RUNS = 3;

    private static final String LARGE = "-Xmx1g";
    private static final String SMALL = "-Xmx80m";

    /** As in many builds and in the Maven daemon: the JVM compiles once and does not optimize further. */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private ValidationScaling() {}

    static String report() {
        StringBuilder table = new StringBuilder("| documents | namespaces | warm: times Jackson (aim: 2) | cold |"
                + " cold, first compiler only | cold, with 80 MB |\n|---:|---:|---:|---:|---:|---:|\n");
        for (int sets : List.of(200, 2_000, 20_000)) {
            table.append(row(sets, Math.max(1, sets / 100)));
        }
        return table.append(row(2_000, 1)).toString();
    }

    private static String row(int sets, int namespaces) {
        try {
            Path directory = Files.createTempDirectory("berth-benchmark");
            try {
                int documents = write(sets, namespaces, directory);
                return row(documents, namespaces, directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file for each database. If all are in one namespace, each also has a PersistentVolume for its claim. */
    private static int write(int sets, int namespaces, Path directory) throws IOException {
        TreeWriter.write(ManifestTree.render(Declarations.of(sets), "com.example.Many", "mvn verify"), directory);
        List<Path> files = files(directory);
        for (int i = 0; i < files.size(); i++) {
            String text =
                    Files.readString(files.get(i)).replace("namespace: many", "namespace: many-" + i % namespaces);
            Files.writeString(files.get(i), namespaces == 1 ? text + volume(i) : text);
        }
        return sets * (Declarations.OBJECTS_PER_SET + (namespaces == 1 ? 1 : 0));
    }

    private static String volume(int number) {
        return """
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: backup-%d
                spec:
                  capacity:
                    storage: 10Gi
                  accessModes:
                    - ReadWriteOnce
                  persistentVolumeReclaimPolicy: Retain
                  storageClassName: ''
                  nfs:
                    server: nfs.example.com
                    path: /backup/%d
                """.formatted(number, number);
    }

    private static String row(int documents, int namespaces, Path directory) throws IOException {
        double warm = process("validate", directory, SECONDS, LARGE).get(1)
                / process("jackson", directory, SECONDS, LARGE).get(1);
        double jackson = cold("jackson", directory, LARGE);
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %.1f | %.1f | %.1f | %.1f |%n",
                documents,
                namespaces,
                warm,
                cold("validate", directory, LARGE) / jackson,
                cold("validate", directory, LARGE, FIRST_COMPILER_ONLY)
                        / cold("jackson", directory, LARGE, FIRST_COMPILER_ONLY),
                cold("validate", directory, SMALL) / jackson);
    }

    /** Returns the median of the first rounds of several processes. */
    private static double cold(String work, Path directory, String... options) throws IOException {
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < COLD_RUNS; i++) {
            runs.add(process(work, directory, 0, options).get(0));
        }
        Collections.sort(runs);
        return runs.get(COLD_RUNS / 2);
    }

    /** Returns the seconds of the first and of the best round of a process. */
    private static List<Double> process(String work, Path directory, int seconds, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ValidationScaling.class.getName()));
        command.addAll(List.of(work, directory.toString(), Integer.toString(seconds)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(answer.split(" ", -1)).map(Double::valueOf).toList();
    }

    /** Repeats a task on a directory and prints the seconds of the first and of the best round. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        long end = System.nanoTime() + Integer.parseInt(arguments[2]) * 1_000_000_000L;
        double first = once(arguments[0], directory);
        double best = first;
        while (System.nanoTime() < end) {
            best = Math.min(best, once(arguments[0], directory));
        }
        System.out.printf(Locale.ROOT, "%.3f %.3f", first, best);
    }

    private static double once(String work, Path directory) throws IOException {
        long start = System.nanoTime();
        if (work.equals("jackson")) {
            readWithJackson(directory);
        } else {
            validate(directory);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void readWithJackson(Path directory) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        for (Path file : files(directory)) {
            try (MappingIterator<JsonNode> trees =
                    mapper.readerFor(JsonNode.class).readValues(file.toFile())) {
                while (trees.hasNextValue()) {
                    requireObject(trees.nextValue().isObject());
                }
            }
        }
    }

    private static void requireObject(boolean object) {
        if (!object) {
            throw new IllegalStateException("a document is not an object");
        }
    }

    private static void validate(Path directory) throws IOException {
        Validation.of(
                directory,
                Map.of(),
                Set.of(),
                finding -> requireObject(!finding.line().isEmpty()));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
