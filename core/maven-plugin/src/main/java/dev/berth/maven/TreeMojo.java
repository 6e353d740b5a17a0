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
     * The classes that implement {@code dev.berth.manifest.ManifestSource}, rendered in one run. Defaults to the classes
     * in {@code META-INF/services/dev.berth.manifest.ManifestSource} of the project.
     */
    @Parameter(property = "berth.sources")
    private List<String> sources = List.of();

    /**
     * The packages in which every class that implements {@code dev.berth.manifest.ManifestSource} is a source, in
     * addition to {@code sources}. A package includes its subpackages. Only the project's own classes are searched.
     */
    @Parameter(property = "berth.sourcePackages")
    private List<String> sourcePackages = List.of();

    /** Whether {@code sourcePackages} are also searched in the dependencies. Defaults to {@code false}. */
    @Parameter(property = "berth.sourcesInDependencies", defaultValue = "false")
    private boolean sourcesInDependencies;

    /** The command that renders the tree, for the header of each rendered file and the last line of {@code check}. */
    @Parameter(property = "berth.renderCommand", defaultValue = "mvn generate-manifests", required = true)
    private String renderCommand;

    /** The environments to render or to check. Defaults to all of them, and to the files of no environment. */
    @Parameter(property = "berth.environments")
    private List<String> environments = List.of();

    /** Whether to skip the goal. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    /** Returns the name of the method of the bridge that does the work. */
    abstract String operation();

    /** Returns whether other executions of the project do the work of this one. */
    boolean isReplaced(MojoExecution current, MavenProject ofProject) {
        return false;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because berth.skip is set");
            return;
        }
        if (isReplaced(execution, project)) {
            getLog().debug("The project binds other executions to this phase");
            return;
        }
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<String> names = sources.isEmpty() ? ServiceFile.namesIn(classes) : sources;
        if (names.isEmpty() && sourcePackages.isEmpty()) {
            withoutSource();
            return;
        }
        List<Path> classPath = classPath();
        try (ProjectLibrary library = ProjectLibrary.on(classPath, execution.getVersion())) {
            List<Path> searched = sourcesInDependencies ? classPath : List.of(classes);
            List<String> found = new SourcePackages(sourcePackages, isSourceExpected()).sourcesIn(searched, library);
            List<String> all =
                    Stream.concat(names.stream(), found.stream()).distinct().toList();
            if (all.isEmpty()) {
                withoutSource();
            } else {
                run(all, library);
            }
        }
    }

    private void withoutSource() throws MojoFailureException {
        if (isSourceExpected()) {
            throw new MojoFailureException(ServiceFile.HOW_TO_NAME_A_SOURCE);
        }
        getLog().debug("No manifest source in this module");
    }

    private boolean isSourceExpected() {
        return new Expectation(project, session).isOfThisProject();
    }

    private void run(List<String> names, ProjectLibrary library) throws MojoExecutionException, MojoFailureException {
        MojoConsole console = new MojoConsole(getLog());
        Optional<String> reason = library.call(
                operation(),
                names,
                outputDirectory.toPath(),
                renderCommand,
                cluster(),
                environments.stream().map(String::strip).toList(),
                console::print,
                console::info,
                console::debug);
        if (reason.isPresent()) {
            throw new MojoFailureException(reason.get());
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
