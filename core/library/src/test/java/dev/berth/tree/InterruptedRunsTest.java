package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.value.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are killed, and runs that overlap. */
class InterruptedRunsTest {

    private static final String ENDLESS = Integer.toString(Integer.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 31, 45, 59})
    void a_killed_run_leaves_each_file_whole_and_the_next_one_completes_the_tree(int unfinished, @TempDir Path out)
            throws IOException, InterruptedException {
        TreeWriter.write(AlternatingRuns.ONE, out);
        Process process = OtherJvm.start(List.of(), AlternatingRuns.class, out.toString(), ENDLESS);
        try {
            while (process.isAlive() && countUnfinished(out) < unfinished) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        for (TreePath path : AlternatingRuns.ONE.paths()) {
            assertThat(Files.readAllBytes(out.resolve(path.toString())))
                    .as(path.toString())
                    .satisfiesAnyOf(
                            bytes -> assertThat(bytes).isEqualTo(AlternatingRuns.ONE.bytes(path)),
                            bytes -> assertThat(bytes).isEqualTo(AlternatingRuns.OTHER.bytes(path)));
        }

        TreeWriter.write(AlternatingRuns.ONE, out);

        assertHolds(out, AlternatingRuns.ONE);
    }

    @Test
    void two_processes_at_once_leave_the_tree_of_one_of_them(@TempDir Path out)
            throws IOException, InterruptedException {
        Process first = OtherJvm.start(List.of(), AlternatingRuns.class, out.toString(), "21");
        Process second = OtherJvm.start(List.of(), AlternatingRuns.class, out.toString(), "20");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();

        boolean holdsOne = TreeDiff.between(AlternatingRuns.ONE, out).isEmpty();
        assertHolds(out, holdsOne ? AlternatingRuns.ONE : AlternatingRuns.OTHER);
    }

    @Test
    void threads_of_one_process_leave_the_tree_of_one_of_them(@TempDir Path out) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<TreeWriter.Summary>> runs = new ArrayList<>();
            for (int run = 0; run < 20; run++) {
                ManifestTree tree = run % 2 == 0 ? AlternatingRuns.ONE : AlternatingRuns.OTHER;
                runs.add(() -> TreeWriter.write(tree, out));
            }
            for (Future<TreeWriter.Summary> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }

        boolean holdsOne = TreeDiff.between(AlternatingRuns.ONE, out).isEmpty();
        assertHolds(out, holdsOne ? AlternatingRuns.ONE : AlternatingRuns.OTHER);
    }

    private static long countUnfinished(Path out) throws IOException {
        long count = 0;
        for (int part = 0; part < 3; part++) {
            try (Stream<Path> files = Files.list(out.resolve("manifests/part" + part))) {
                count += files.filter(file ->
                                StagedChanges.isUnfinished(file.getFileName().toString()))
                        .count();
            }
        }
        return count;
    }

    private static void assertHolds(Path out, ManifestTree tree) throws IOException {
        assertThat(TreeDiff.between(tree, out).toString()).isEmpty();
        assertThat(Trees.contents(out).keySet().stream().filter(path -> !path.endsWith("/")))
                .containsExactlyInAnyOrderElementsOf(
                        tree.paths().stream().map(TreePath::toString).toList());
    }
}
