package dev.berth.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The file by which a project declares its manifest sources, in the format of {@link java.util.ServiceLoader}.
 *
 * <p>Only the project's own file counts: a module that depends on another one would render that one's tree too.
 */
final class ServiceFile {

    private static final String NAME = "META-INF/services/dev.berth.manifest.ManifestSource";

    /** What a project is told that has no source and should. */
    static final String HOW_TO_NAME_A_SOURCE =
            "This project names no manifest source. Write a public class that implements"
                    + " dev.berth.manifest.ManifestSource, and put its name into src/main/resources/" + NAME
                    + " or into <sources> of berth-maven-plugin.";

    private ServiceFile() {}

    /** The class names in the file below this directory; none when there is no such file. */
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
            throw new MojoExecutionException("Can't read " + file, e);
        }
    }
}
