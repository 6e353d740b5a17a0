package dev.berth.maven;

import dev.berth.validate.Validation;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Holds any directory of YAML against what a Kubernetes API server refuses, what a version does not have, and what a cluster
 * accepts and can't run. It needs no project.
 */
@Mojo(name = "validate", requiresProject = false, aggregator = true, threadSafe = true)
public class ValidateMojo extends ClusterMojo {

    /** The directory that is read, with all that is below it. */
    @Parameter(property = "berth.directory", required = true)
    private File directory;

    /** The file to write, in the format that its extension names: {@code .json} or {@code .sarif}. */
    @Parameter(property = "berth.report")
    private @Nullable File report;

    /** What the manifests name and the cluster holds already, each as {@code Secret/password}, with commas between them. */
    @Parameter(property = "berth.existing")
    private List<String> existing = List.of();

    /** Whether the goal does nothing. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        Optional<String> failure = Validation.run(
                directory.toPath(), Optional.ofNullable(report).map(File::toPath), cluster(), existing, getLog()::info);
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
