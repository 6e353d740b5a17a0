package dev.berth.benchmarks;

import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.render.ManifestTree;
import dev.berth.render.TreeWriter;
import dev.berth.rules.gate.RulesGate;
import dev.berth.rules.gate.TargetCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A whole run from declarations to files, as {@code generate-manifests} does it, in a process of its own with a small heap,
 * for sets of growing size.
 */
public final class WholeProcess {

    /** StatefulSets, and the heap in megabytes. The largest set is five times the one before it, and so is its heap. */
    private static final Map<Integer, Integer> SIZES = new TreeMap<>(Map.of(1_000, 256, 10_000, 256, 50_000, 1_280));

    private WholeProcess() {}

    static String report() {
        StringBuilder table =
                new StringBuilder("| StatefulSets | objects | heap | declare | make models | rules | set gate and"
                        + " render | write | total | total per object | the same again: write |\n"
                        + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        SIZES.forEach((sets, megabytes) -> table.append(run(sets, megabytes)));
        return table.toString();
    }

    private static String run(int sets, int megabytes) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + megabytes + "m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WholeProcess.class.getName(),
                            Integer.toString(sets))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the run with " + sets + " sets failed");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs once, for that many StatefulSets, and prints a line of the table. */
    public static void main(String[] arguments) throws IOException {
        int sets = Integer.parseInt(arguments[0]);
        Path out = Files.createTempDirectory("berth-benchmark");
        try {
            Clock clock = new Clock();
            ManifestTree tree = render(clock, sets);
            clock.time(() -> TreeWriter.write(tree, out));
            double total = clock.total;
            double[] seconds = clock.seconds.stream().mapToDouble(s -> s).toArray();
            var again = clock.time(() -> TreeWriter.write(tree, out));
            if (again.written() != 0) {
                throw new IllegalStateException("the second run has written " + again);
            }
            System.out.print(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %,d MB | %.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %.0f µs | %.2f s |%n",
                    sets,
                    sets * Declarations.OBJECTS_PER_SET,
                    Runtime.getRuntime().maxMemory() >> 20,
                    seconds[0],
                    seconds[1],
                    seconds[2],
                    seconds[3],
                    seconds[4],
                    total,
                    total * 1e6 / (sets * Declarations.OBJECTS_PER_SET),
                    clock.seconds.get(5)));
        } finally {
            delete(out);
        }
    }

    private static ManifestTree render(Clock clock, int sets) {
        ManifestSet declared = clock.time(() -> Declarations.of(sets));
        SetModels models = clock.time(declared::models);
        RulesGate gate = clock.time(() -> RulesGate.check(models, TargetCluster.newest()));
        if (!gate.problems().isEmpty()) {
            throw new IllegalStateException(gate.problems().get(0).toString());
        }
        return clock.time(() -> ManifestTree.render(models, "com.example.Many", "mvn verify"));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Clock {

        private final List<Double> seconds = new ArrayList<>();
        private double total;

        <T> T time(Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            double took = (System.nanoTime() - start) / 1e9;
            seconds.add(took);
            total += took;
            return result;
        }
    }
}
