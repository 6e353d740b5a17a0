package dev.berth.maven;

import dev.berth.command.ValidateCommand;
import dev.berth.maven.git.GitRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks a directory of YAML for objects that a Kubernetes API server refuses, that a version does not support, or that
 * a cluster accepts but cannot run. It works without a project.
 */
@Mojo(name = "validate", requiresProject = false, aggregator = true, threadSafe = true)
public class ValidateMojo extends ClusterMojo {

    /** The directory to read, including its subdirectories. Defaults to the directory of the rendered tree. */
    @Parameter(property = "berth.directory")
    private @Nullable File directory;

    /** The directory of the rendered tree. */
    @Parameter(property = "berth.outputDirectory", defaultValue = "${basedir}/generated", required = true)
    private File outputDirectory;

    /**
     * The report files to write, each in the format of its extension: {@code .txt}, {@code .md}, {@code .json},
     * {@code .sarif}, {@code .github}.
     */
    @Parameter(property = "berth.report")
    private List<File> reports = List.of();

    /** The format of what is printed: {@code text}, {@code markdown}, {@code json}, {@code sarif} or {@code github}. */
    @Parameter(property = "berth.format", defaultValue = "text")
    private @Nullable String format;

    /**
     * The objects that the manifests refer to and that already exist in the cluster, separated by commas, each in the
     * form {@code Secret/password}, with {@code *} for any characters. An entry to which nothing refers is an error.
     */
    @Parameter(property = "berth.existing")
    private List<String> existing = List.of();

    /**
     * The files and directories with the CustomResourceDefinitions of the cluster that are not in the directory, separated
     * by commas. Their objects are checked as the API server checks them.
     */
    @Parameter(property = "berth.definitions")
    private List<File> definitions = List.of();

    /** Whether to skip the goal. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        Path validated = (directory == null ? outputDirectory : directory).toPath();
        ValidateCommand command = new ValidateCommand(
                validated,
                root(validated),
                Optional.ofNullable(format),
                reports.stream().map(File::toPath).toList(),
                cluster(),
                existing,
                definitions.stream().map(File::toPath).toList());
        MojoConsole.check(command.run(new MojoConsole(getLog())));
    }

    /** The path of the directory from the root of its repository; empty if it is in none. */
    private static String root(Path validated) throws MojoFailureException {
        try {
            return GitRepository.pathFromRoot(validated);
        } catch (IOException e) {
            throw new MojoFailureException("The repository of " + validated + " cannot be read: " + e.getMessage(), e);
        }
    }
}
