package dev.berth.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compares the rendered tree on disk with the declarations of the compiled classes. If they differ, it fails with the
 * differences and the command that updates the tree. It writes nothing.
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
