package dev.berth.bridge;

import dev.berth.command.CheckCommand;
import dev.berth.command.Command;
import dev.berth.command.Console;
import dev.berth.command.RenderCommand;
import dev.berth.rules.cluster.ClusterParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs the commands that need the classes of a project, for a build tool that has this library in a separate class loader.
 *
 * <p>Its signature only uses JDK types, so that they are the same on both sides.
 */
public final class Bridge {

    private Bridge() {}

    /**
     * Runs {@link RenderCommand}.
     *
     * @param sources the names of the classes that declare the tree
     * @param outputDirectory the directory of the tree
     * @param renderCommand the command that renders the tree, for headers and messages
     * @param cluster what is known about the cluster, as {@link ClusterParameters#read(Map)} reads it
     * @param environments the names of the environments; empty for everything that is declared
     * @param print receives findings, line by line
     * @param info receives messages for the user when the command passes
     * @param debug receives details of a refusal
     * @return why the build must stop, ready to be shown; empty if the command passed
     */
    public static Optional<String> generate(
            List<String> sources,
            Path outputDirectory,
            String renderCommand,
            Map<String, String> cluster,
            List<String> environments,
            Consumer<String> print,
            Consumer<String> info,
            BiConsumer<String, Throwable> debug) {
        return run(
                new RenderCommand(sources, outputDirectory, renderCommand, cluster, environments), print, info, debug);
    }

    /** Runs {@link CheckCommand}. The parameters are those of {@code generate}. */
    public static Optional<String> check(
            List<String> sources,
            Path outputDirectory,
            String renderCommand,
            Map<String, String> cluster,
            List<String> environments,
            Consumer<String> print,
            Consumer<String> info,
            BiConsumer<String, Throwable> debug) {
        return run(
                new CheckCommand(sources, outputDirectory, renderCommand, cluster, environments), print, info, debug);
    }

    private static Optional<String> run(
            Command command, Consumer<String> print, Consumer<String> info, BiConsumer<String, Throwable> debug) {
        return command.run(new Console() {
                    @Override
                    public void print(String line) {
                        print.accept(line);
                    }

                    @Override
                    public void info(String line) {
                        info.accept(line);
                    }

                    @Override
                    public void debug(String line, Throwable thrown) {
                        debug.accept(line, thrown);
                    }
                })
                .failure();
    }
}
