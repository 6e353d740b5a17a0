package dev.berth.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The file in which a project declares its manifest sources, in the format of {@link java.util.ServiceLoader}.
 *
 * <p>Only the file of the project itself is read. Otherwise, a module would also render the trees of its dependencies.
 */
final class ServiceFile {

    private static final String NAME = "META-INF/services/dev.berth.manifest.ManifestSource";

    /** The message for a project that must have a source but does not. */
    static final String HOW_TO_NAME_A_SOURCE =
            "This project does not declare a manifest source. Write a public class that implements"
                    + " dev.berth.manifest.ManifestSource, and add its name to src/main/resources/" + NAME
                    + " or to <sources> of berth-maven-plugin.";

    private ServiceFile() {}

    /** Returns the class names in the file in this directory; empty if there is no such file. */
    static List<String> namesIn(Path classes) throws MojoExecutionException {
        Path file = classes.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot read " + file, e);
        }
    }
}
