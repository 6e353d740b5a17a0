package dev.berth.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Finds the manifest sources in packages, so that a new source changes no file that others change too.
 *
 * <p>A package includes its subpackages. Classes without a name (anonymous and local ones) are not listed.
 */
final class SourcePackages {

    private static final String CLASS = ".class";

    private final List<String> packages;
    private final boolean required;

    /**
     * @param packages their names
     * @param required whether each of them must have a source: a module that inherits the plugin may have none
     */
    SourcePackages(List<String> packages, boolean required) {
        this.packages = packages;
        this.required = required;
    }

    /**
     * Returns the names of the sources in the packages, sorted within each package.
     *
     * @param elements the directories and jars to search
     * @throws MojoFailureException if a package must have a source and has none
     */
    List<String> sourcesIn(List<Path> elements, ProjectLibrary library)
            throws MojoExecutionException, MojoFailureException {
        List<String> sources = new ArrayList<>();
        List<String> names = namesIn(elements);
        for (String wanted : packages) {
            TreeSet<String> found = new TreeSet<>();
            for (String name : names) {
                if (name.startsWith(wanted + ".") && library.isSource(name)) {
                    found.add(name);
                }
            }
            if (found.isEmpty() && required) {
                throw new MojoFailureException("No class of the package " + wanted
                        + " is a manifest source: correct <sourcePackages>, or write a public class in it that"
                        + " implements dev.berth.manifest.ManifestSource.");
            }
            sources.addAll(found);
        }
        return sources;
    }

    private static List<String> namesIn(List<Path> elements) throws MojoExecutionException {
        List<String> names = new ArrayList<>();
        for (Path element : elements) {
            try {
                names.addAll(Files.isDirectory(element) ? inDirectory(element) : inJar(element));
            } catch (IOException e) {
                throw new MojoExecutionException("Cannot read " + element, e);
            }
        }
        return names;
    }

    private static List<String> inDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return classes(files.map(file -> directory
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/")));
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return classes(file.stream().map(ZipEntry::getName));
        }
    }

    /** A nested class has a letter after the last {@code $}; a class without a name has a digit. */
    private static List<String> classes(Stream<String> files) {
        return files.filter(file -> file.endsWith(CLASS) && !file.startsWith("META-INF/"))
                .map(file -> file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                .filter(name -> !Character.isDigit(name.charAt(name.lastIndexOf('$') + 1)))
                .toList();
    }
}
