package dev.berth.maven;

import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Compiles the project and renders the tree that it declares. Run it from the command line ({@code mvn
 * generate-manifests} or {@code mvn berth:generate-manifests}). In a build, bind the goal {@code render} instead, which
 * does not compile again.
 *
 * <p>If the project binds executions to the phase {@code generate-manifests}, each with its own sources and directory,
 * they render instead, and this goal only compiles.
 */
@Mojo(
        name = "generate-manifests",
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class GenerateManifestsMojo extends RenderMojo {

    private static final String PHASE = "generate-manifests";

    /** The ID of the execution that the lifecycle of this plugin binds to the phase. */
    private static final String DEFAULT_EXECUTION = "default-" + PHASE;

    /** Executions that the project binds to the phase run after this one, which has compiled what they need. */
    @Override
    boolean isReplaced(MojoExecution current, MavenProject ofProject) {
        return current.getExecutionId().equals(DEFAULT_EXECUTION)
                && ofProject.getPlugin(current.getPlugin().getKey()).getExecutions().stream()
                        .anyMatch(bound ->
                                PHASE.equals(bound.getPhase()) && !bound.getId().equals(DEFAULT_EXECUTION));
    }
}
