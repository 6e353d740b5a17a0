package dev.berth.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table of whole runs for sets of growing size: the time per object, and the share of each stage. */
final class WholeProcessReport {

    private record Size(int sets, int megabytes) {}

    private record Run(Size size, List<Double> seconds) {

        double total() {
            return seconds.subList(0, seconds.size() - 1).stream()
                    .mapToDouble(stage -> stage)
                    .sum();
        }

        double perObject() {
            return total() / size.sets();
        }
    }

    /** The largest set is five times as large as the one before it, and so is its heap. */
    private static final List<Size> SIZES =
            List.of(new Size(1_000, 256), new Size(10_000, 256), new Size(50_000, 1_280));

    private WholeProcessReport() {}

    static String make() {
        List<Run> runs = SIZES.stream().map(WholeProcessReport::run).toList();
        double largest = runs.get(runs.size() - 1).perObject();
        StringBuilder table =
                new StringBuilder("| StatefulSets | objects | heap | time per object | declare | make models"
                        + " | rules | set gate and render | write | writing the same again |\n"
                        + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Run run : runs) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %,d MB | %.2f |",
                    run.size().sets(),
                    run.size().sets() * Declarations.OBJECTS_PER_SET,
                    run.size().megabytes(),
                    run.perObject() / largest));
            run.seconds()
                    .forEach(
                            stage -> table.append(String.format(Locale.ROOT, " %.0f %% |", 100 * stage / run.total())));
            table.append('\n');
        }
        return table.toString();
    }

    private static Run run(Size size) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + size.megabytes() + "m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WholeProcess.class.getName(),
                            Integer.toString(size.sets()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String seconds = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the run with " + size.sets() + " sets failed");
            }
            return new Run(size, seconds.lines().map(Double::valueOf).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
