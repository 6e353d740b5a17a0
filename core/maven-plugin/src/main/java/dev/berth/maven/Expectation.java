package dev.berth.maven;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;

/**
 * Whether a project must have a manifest source.
 *
 * <p>A project that declares the plugin must have one, and so must the only project of a build. A project that inherits
 * the plugin, or is one of several, does not need one.
 */
final class Expectation {

    private static final String PLUGIN = "dev.berth:berth-maven-plugin";

    private final MavenProject project;
    private final MavenSession session;

    Expectation(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    boolean isOfThisProject() {
        if (project.getPackaging().equals("pom")) {
            return false;
        }
        return declaresPlugin() || (isAlone() && !inheritsPlugin());
    }

    private boolean declaresPlugin() {
        Stream<Build> own = Stream.ofNullable(project.getOriginalModel().getBuild());
        Stream<PluginContainer> ofProfiles = project.getOriginalModel().getProfiles().stream()
                .flatMap(profile -> Stream.ofNullable(profile.getBuild()));
        return Stream.concat(own, ofProfiles)
                .flatMap(container -> container.getPlugins().stream())
                .anyMatch(plugin -> plugin.getKey().equals(PLUGIN));
    }

    private boolean inheritsPlugin() {
        return Optional.ofNullable(project.getParent())
                .map(parent -> parent.getPlugin(PLUGIN))
                .isPresent();
    }

    private boolean isAlone() {
        return session.getAllProjects().size() == 1;
    }
}
