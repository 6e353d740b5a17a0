package dev.berth.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the project and renders the tree that it declares. Run it from the command line ({@code mvn
 * generate-manifests} or {@code mvn berth:generate-manifests}). In a build, bind the goal {@code render} instead, which
 * does not compile again.
 */
@Mojo(
        name = "generate-manifests",
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class GenerateManifestsMojo extends RenderMojo {}
