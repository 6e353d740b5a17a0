package dev.berth.command;

import dev.berth.rules.cluster.ClusterParameters;
import dev.berth.tree.TreeWriter;
import dev.berth.tree.TreeWriter.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Renders what classes of a project declare into a directory. The classes are found through the context class loader of
 * the thread.
 *
 * @param sources the names of the classes that declare the tree
 * @param outputDirectory where the tree is written
 * @param renderCommand the command that renders the tree, for headers and messages
 * @param cluster what is known about the cluster, as {@link ClusterParameters#read(Map)} reads it
 * @param environments the names of the environments; empty for everything that is declared
 */
public record RenderCommand(
        List<String> sources,
        Path outputDirectory,
        String renderCommand,
        Map<String, String> cluster,
        List<String> environments)
        implements Command {

    public RenderCommand {
        sources = List.copyOf(sources);
        cluster = Map.copyOf(cluster);
        environments = List.copyOf(environments);
    }

    @Override
    public Result run(Console console) {
        return new Rendering(sources, renderCommand, cluster, environments, console).hand(tree -> {
            Summary summary = TreeWriter.write(tree, outputDirectory);
            summary.conflicted()
                    .forEach(file ->
                            console.info(file + " contained conflict markers of a merge, so it was rendered again"));
            console.info("Rendered " + Rendering.files(tree.paths().size()) + " into "
                    + Rendering.name(outputDirectory) + ": " + summary.written() + " written, " + summary.removed()
                    + " removed, " + summary.unchanged() + " unchanged");
            return Result.passed();
        });
    }
}
