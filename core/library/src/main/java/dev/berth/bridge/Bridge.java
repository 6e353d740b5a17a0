package dev.berth.bridge;

import dev.berth.rules.cluster.TargetCluster;
import dev.berth.tree.TreeDiff;
import dev.berth.tree.TreeWriter;
import dev.berth.tree.TreeWriter.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Renders what classes of a project declare, for a build tool that has this library in a separate class loader.
 *
 * <p>Its signature only uses JDK types, so that they are the same on both sides. The classes are found through the
 * context class loader of the thread. Each method returns why the build must stop, ready to be shown, or empty.
 */
public final class Bridge {

    private Bridge() {}

    /**
     * Renders the tree into a directory.
     *
     * @param sources the names of the classes that declare the tree
     * @param outputDirectory the directory of the tree
     * @param renderCommand the command that renders the tree, for headers and messages
     * @param cluster what is known about the cluster, as {@link TargetCluster#of(Map)} reads it
     * @param info receives messages for the user when the build passes
     * @param debug receives details of a refusal
     */
    public static Optional<String> generate(
            List<String> sources,
            Path outputDirectory,
            String renderCommand,
            Map<String, String> cluster,
            Consumer<String> info,
            BiConsumer<String, Throwable> debug) {
        return new Rendering(sources, renderCommand, cluster, info, debug).hand(tree -> {
            Summary summary = TreeWriter.write(tree, outputDirectory);
            info.accept("Rendered " + files(tree.paths().size()) + " into " + name(outputDirectory) + ": "
                    + summary.written() + " written, " + summary.removed() + " removed, " + summary.unchanged()
                    + " unchanged");
            return Optional.empty();
        });
    }

    /** Compares the tree with a directory, and writes nothing. The parameters are those of {@code generate}. */
    public static Optional<String> check(
            List<String> sources,
            Path outputDirectory,
            String renderCommand,
            Map<String, String> cluster,
            Consumer<String> info,
            BiConsumer<String, Throwable> debug) {
        return new Rendering(sources, renderCommand, cluster, info, debug).hand(tree -> {
            TreeDiff diff = TreeDiff.between(tree, outputDirectory);
            if (!diff.isEmpty()) {
                return Optional.of(diff.toString());
            }
            info.accept(name(outputDirectory) + " is what " + tree.source() + " declares: "
                    + files(tree.paths().size()));
            return Optional.empty();
        });
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String name(Path directory) {
        Path name = directory.getFileName();
        return (name == null ? directory : name) + "/";
    }
}
