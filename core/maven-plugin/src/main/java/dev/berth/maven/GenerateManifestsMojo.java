package dev.berth.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles what the declarations need, and renders the tree that they declare. It is a command
 * ({@code mvn generate-manifests} or {@code mvn berth:generate-manifests}); what a phase of a build can be bound to is
 * {@code render}, which does not compile once more.
 */
@Mojo(
        name = "generate-manifests",
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class GenerateManifestsMojo extends RenderMojo {}
