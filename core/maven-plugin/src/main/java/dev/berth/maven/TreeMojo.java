package dev.berth.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** The parameters of the goals that render or check a tree: the sources, the project, and the directory. */
abstract class TreeMojo extends ClusterMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** The directory of the rendered tree. Berth never changes files in it that it did not render. */
    @Parameter(property = "berth.outputDirectory", defaultValue = "${project.basedir}/generated", required = true)
    private File outputDirectory;

    /**
     * The classes that implement {@code dev.berth.manifest.ManifestSource}, rendered into one tree. Defaults to the
     * classes in {@code META-INF/services/dev.berth.manifest.ManifestSource} of the project.
     */
    @Parameter(property = "berth.sources")
    private List<String> sources = List.of();

    /** The command that renders the tree, for the header of each rendered file and the last line of {@code check}. */
    @Parameter(property = "berth.renderCommand", defaultValue = "mvn generate-manifests", required = true)
    private String renderCommand;

    /** Whether to skip the goal. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    /** Returns the name of the method of the bridge that does the work. */
    abstract String operation();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<String> names = sources.isEmpty() ? ServiceFile.namesIn(classes) : sources;
        if (names.isEmpty()) {
            withoutSource();
        } else {
            run(names);
        }
    }

    private void withoutSource() throws MojoFailureException {
        if (new Expectation(project, session).isOfThisProject()) {
            throw new MojoFailureException(ServiceFile.HOW_TO_NAME_A_SOURCE);
        }
        getLog().debug("No manifest source in this module");
    }

    private void run(List<String> names) throws MojoExecutionException, MojoFailureException {
        MojoConsole console = new MojoConsole(getLog());
        try (ProjectLibrary library = ProjectLibrary.on(classPath(), execution.getVersion())) {
            Optional<String> reason = library.call(
                    operation(),
                    names,
                    outputDirectory.toPath(),
                    renderCommand,
                    cluster(),
                    console::print,
                    console::info,
                    console::debug);
            if (reason.isPresent()) {
                throw new MojoFailureException(reason.get());
            }
        }
    }

    private List<Path> classPath() throws MojoExecutionException {
        try {
            return Stream.concat(
                            project.getCompileClasspathElements().stream(),
                            project.getRuntimeClasspathElements().stream())
                    .distinct()
                    .map(Path::of)
                    .toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The class path of " + project.getId() + " is not resolved", e);
        }
    }
}
