package dev.berth.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Renders the tree that the compiled classes of the project declare, as a step of a build. */
@Mojo(
        name = "render",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class RenderMojo extends TreeMojo {

    @Override
    String operation() {
        return "generate";
    }
}
