package dev.berth.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.render.ManifestTree;
import dev.berth.render.TreeWriter;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.validate.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long {@code validate} takes beside the reading alone, and in how much memory, for directories of growing size: each
 * measured in a process of its own with {@code -Xmx64m}, as a user runs it.
 */
public final class ValidationScaling {

    private static final String HEAP = "-Xmx64m";
    private static final int OBJECTS_PER_SET = Declarations.OBJECTS_PER_SET;

    private ValidationScaling() {}

    static String report() {
        StringBuilder table = new StringBuilder(
                "| documents | read with Jackson | read with Berth | validate | validate by"
                        + " Jackson | live after reading | live after validate |\n|---:|---:|---:|---:|---:|---:|---:|\n");
        for (int sets : List.of(200, 2_000, 20_000)) {
            try {
                Path directory = Files.createTempDirectory("berth-benchmark");
                try {
                    TreeWriter.write(
                            ManifestTree.render(Declarations.of(sets), "com.example.Many", "mvn verify"), directory);
                    table.append(row(sets * OBJECTS_PER_SET, directory));
                } finally {
                    WholeProcess.delete(directory);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return table.toString();
    }

    private static String row(int documents, Path directory) throws IOException {
        double[] jackson = run("jackson", directory);
        double[] reader = run("reader", directory);
        double[] validate = run("validate", directory);
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f s | %.2f s | %.2f s | %.2f | %.1f MB | %.1f MB |%n",
                documents,
                jackson[0],
                reader[0],
                validate[0],
                validate[0] / jackson[0],
                jackson[1],
                validate[1]);
    }

    /** The best of three processes: seconds, and the megabytes that were in use after the last collection. */
    private static double[] run(String work, Path directory) throws IOException {
        double[] best = {Double.MAX_VALUE, 0};
        for (int round = 0; round < 3; round++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-cp",
                            System.getProperty("java.class.path"),
                            ValidationScaling.class.getName(),
                            work,
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ", -1);
            double seconds = Double.parseDouble(answer[0]);
            if (seconds < best[0]) {
                best = new double[] {seconds, Double.parseDouble(answer[1])};
            }
        }
        return best;
    }

    /** Does one work on one directory, and prints seconds, megabytes and documents. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path directory = Path.of(arguments[1]);
        int documents =
                switch (arguments[0]) {
                    case "jackson" -> readWithJackson(directory);
                    case "reader" -> readWithBerth(directory);
                    default -> validate(directory);
                };
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.3f %.1f %d", seconds, afterCollection() / 1e6, documents);
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static int readWithJackson(Path directory) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        int documents = 0;
        for (Path file : files(directory)) {
            try (MappingIterator<JsonNode> trees =
                    mapper.readerFor(JsonNode.class).readValues(file.toFile())) {
                while (trees.hasNextValue()) {
                    documents += trees.nextValue().isObject() ? 1 : 0;
                }
            }
        }
        return documents;
    }

    private static int readWithBerth(Path directory) throws IOException {
        int documents = 0;
        for (Path file : files(directory)) {
            documents += ManifestReader.read(Files.readString(file)).size();
        }
        return documents;
    }

    private static int validate(Path directory) {
        int[] lines = {0};
        Validation.run(directory, Optional.empty(), Map.of(), line -> lines[0]++);
        return lines[0];
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
