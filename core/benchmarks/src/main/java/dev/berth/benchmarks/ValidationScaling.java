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
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long {@code validate} takes beside reading alone, and what it keeps in memory, for directories of growing size. Times
 * are those of a process of its own, as a user runs it, once from its start and once more when it is warm; the memory is
 * what is in use after a collection in a process with {@code -Xmx64m}.
 */
public final class ValidationScaling {

    private static final int OBJECTS_PER_SET = Declarations.OBJECTS_PER_SET;

    /** Enough that the compiler of the JVM has done its work. */
    private static final int ROUNDS = 6;

    private ValidationScaling() {}

    static String report() {
        StringBuilder table = new StringBuilder("| documents | cold: validate / Jackson | warm: validate / Jackson"
                + " | warm: validate / ManifestReader | 64 MB: in use after the last collection |\n"
                + "|---:|---:|---:|---:|---:|\n");
        for (int sets : List.of(200, 2_000, 20_000)) {
            try {
                Path directory = Files.createTempDirectory("berth-benchmark");
                try {
                    write(sets, directory);
                    table.append(row(sets * OBJECTS_PER_SET, directory));
                } finally {
                    delete(directory);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return table.toString();
    }

    /** A hundred databases in each namespace. */
    private static void write(int sets, Path directory) throws IOException {
        TreeWriter.write(ManifestTree.render(Declarations.of(sets), "com.example.Many", "mvn verify"), directory);
        List<Path> files = files(directory);
        for (int i = 0; i < files.size(); i++) {
            String text = Files.readString(files.get(i));
            Files.writeString(files.get(i), text.replace("namespace: many", "namespace: many-" + i / 100));
        }
    }

    private static String row(int documents, Path directory) throws IOException {
        double[] jackson = run("jackson", directory);
        double[] reader = run("reader", directory);
        double[] validate = run("validate", directory);
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f s / %.2f s = %.1f | %.2f s / %.2f s = %.1f | %.2f s / %.2f s = %.1f | %.1f MB |%n",
                documents,
                validate[0],
                jackson[0],
                validate[0] / jackson[0],
                validate[1],
                jackson[1],
                validate[1] / jackson[1],
                validate[1],
                reader[1],
                validate[1] / reader[1],
                process("validate", directory, "1", "-Xmx64m")[2]);
    }

    /** Seconds of a cold and of a warm run, each the best of three processes. */
    private static double[] run(String work, Path directory) throws IOException {
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int i = 0; i < 3; i++) {
            double[] times = process(work, directory, Integer.toString(ROUNDS), "-Xmx1g");
            best[0] = Math.min(best[0], times[0]);
            best[1] = Math.min(best[1], times[1]);
        }
        return best;
    }

    private static double[] process(String work, Path directory, String rounds, String heap) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ValidationScaling.class.getName(),
                        work,
                        directory.toString(),
                        rounds)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(answer.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    /** Does one work on one directory some times, and prints the seconds of the first and of the best, and megabytes. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            long start = System.nanoTime();
            switch (arguments[0]) {
                case "jackson" -> readWithJackson(directory);
                case "reader" -> readWithBerth(directory);
                default -> validate(directory);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            first = round == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf(Locale.ROOT, "%.3f %.3f %.1f", first, best, afterCollection() / 1e6);
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
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

    private static void readWithBerth(Path directory) throws IOException {
        for (Path file : files(directory)) {
            ManifestReader.read(Files.readString(file))
                    .forEach(document -> requireObject(!document.kind().isEmpty()));
        }
    }

    private static void requireObject(boolean object) {
        if (!object) {
            throw new IllegalStateException("a document is no object");
        }
    }

    private static void validate(Path directory) {
        Validation.run(directory, Optional.empty(), Map.of(), List.of(), line -> {});
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
