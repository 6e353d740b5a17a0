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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long {@code validate} takes beside reading alone, and in how much memory, for directories of growing size. Each work
 * has a process of its own, as a user runs it: its first round is cold, the best of those that follow is warm.
 */
public final class ValidationScaling {

    private static final int OBJECTS_PER_SET = Declarations.OBJECTS_PER_SET;

    /** Until then the compiler of the JVM has done its work. */
    private static final long NANOS = 25_000_000_000L;

    private ValidationScaling() {}

    static String report() {
        StringBuilder table = new StringBuilder("| documents | cold: times Jackson | warm: times Jackson (aim: 2) |"
                + " warm: times ManifestReader | cold, with 64 MB: times Jackson |\n|---:|---:|---:|---:|---:|\n");
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
        double[] jackson = process("jackson", directory, "-Xmx1g");
        double[] reader = process("reader", directory, "-Xmx1g");
        double[] validate = process("validate", directory, "-Xmx1g");
        double[] small = process("validate", directory, "-Xmx64m");
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %.1f | %.1f |%n",
                documents,
                validate[0] / jackson[0],
                validate[1] / jackson[1],
                validate[1] / reader[1],
                small[0] / jackson[0]);
    }

    private static double[] process(String work, Path directory, String heap) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ValidationScaling.class.getName(),
                        work,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(answer.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    /** Does one work on one directory again and again, and prints the seconds of the first round and of the best. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        long begin = System.nanoTime();
        double first = 0;
        double best = Double.MAX_VALUE;
        while (first == 0 || System.nanoTime() - begin < NANOS) {
            long start = System.nanoTime();
            switch (arguments[0]) {
                case "jackson" -> readWithJackson(directory);
                case "reader" -> readWithBerth(directory);
                default -> validate(directory);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            first = first == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf(Locale.ROOT, "%.3f %.3f", first, best);
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
