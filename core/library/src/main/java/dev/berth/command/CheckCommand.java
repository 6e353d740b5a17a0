package dev.berth.command;

import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.tree.TreeDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Compares what classes of a project declare with a directory, and writes nothing. The classes are found through the
 * context class loader of the thread.
 *
 * @param sources the names of the classes that declare the tree
 * @param outputDirectory the directory that the tree is compared with
 * @param renderCommand the command that renders the tree, for headers and messages
 * @param cluster what is known about the cluster, as {@link ClusterParameters#read(Map)} reads it
 * @param environments the names of the environments; empty for everything that is declared
 */
public record CheckCommand(
        List<String> sources,
        Path outputDirectory,
        String renderCommand,
        Map<String, String> cluster,
        List<String> environments)
        implements Command {

    public CheckCommand {
        sources = List.copyOf(sources);
        cluster = Map.copyOf(cluster);
        environments = List.copyOf(environments);
    }

    @Override
    public Result run(Console console) {
        return new Rendering(sources, renderCommand, cluster, environments, console).hand(tree -> {
            TreeDiff diff = TreeDiff.between(tree, outputDirectory);
            if (!diff.isEmpty()) {
                return Result.failed(diff.toString());
            }
            console.info(Rendering.name(outputDirectory) + " is what " + Rendering.declares(tree) + ": "
                    + Rendering.files(tree.paths().size()));
            return Result.passed();
        });
    }
}
