package dev.berth.benchmarks;

import dev.berth.cluster.TargetCluster;
import dev.berth.gate.RulesGate;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.SetModels;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A whole run from declarations to files, as in {@code generate-manifests}, in its own process, which
 * {@link WholeProcessReport} starts.
 */
public final class WholeProcess {

    private final List<Double> seconds = new ArrayList<>();

    private WholeProcess() {}

    /**
     * Runs once for a number of StatefulSets, and prints the seconds of each stage and of a second, unchanged write.
     */
    public static void main(String[] arguments) throws IOException {
        WholeProcess run = new WholeProcess();
        Path out = Files.createTempDirectory("berth-benchmark");
        try {
            ManifestTree tree = run.render(Integer.parseInt(arguments[0]));
            run.time(() -> TreeWriter.write(tree, out));
            var again = run.time(() -> TreeWriter.write(tree, out));
            if (again.written() != 0) {
                throw new IllegalStateException("the second run wrote " + again);
            }
            run.seconds.forEach(System.out::println);
        } finally {
            delete(out);
        }
    }

    private ManifestTree render(int sets) {
        ManifestSet declared = time(() -> Declarations.of(sets).declaredBy("com.example.Many"));
        SetModels models = time(declared::models);
        RulesGate gate = time(() -> RulesGate.check(models, TargetCluster.defaults()));
        if (!gate.problems().isEmpty()) {
            throw new IllegalStateException(gate.problems().get(0).toString());
        }
        return time(() -> ManifestTree.render(models, "mvn verify"));
    }

    private <T> T time(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.add((System.nanoTime() - start) / 1e9);
        return result;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
