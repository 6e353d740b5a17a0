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
 * Checks a directory of YAML for objects that a Kubernetes API server refuses, that a version does not support, or that
 * a cluster accepts but cannot run. It works without a project.
 */
@Mojo(name = "validate", requiresProject = false, aggregator = true, threadSafe = true)
public class ValidateMojo extends ClusterMojo {

    /** The directory to read, including its subdirectories. */
    @Parameter(property = "berth.directory", required = true)
    private File directory;

    /** The report file to write, in the format of its extension: {@code .json} or {@code .sarif}. */
    @Parameter(property = "berth.report")
    private @Nullable File report;

    /**
     * The objects that the manifests refer to and that already exist in the cluster, separated by commas, each in the
     * form {@code Secret/password}.
     */
    @Parameter(property = "berth.existing")
    private List<String> existing = List.of();

    /** Whether to skip the goal. */
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
