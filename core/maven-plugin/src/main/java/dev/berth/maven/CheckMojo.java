package dev.berth.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Renders in memory what the compiled classes of the project declare, compares it with the tree on disk, and fails with
 * the differences and the command that removes them. It writes nothing.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class CheckMojo extends TreeMojo {

    @Override
    String operation() {
        return "check";
    }
}
