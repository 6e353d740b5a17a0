package dev.berth.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of a project in {@code src/test/projects}, in which real Maven processes run. */
final class TestProject {

    private static final Path PROJECTS = Path.of("src/test/projects");
    private static final Path WORK = Path.of("target/it").toAbsolutePath();

    private final Path directory;

    private TestProject(Path directory) {
        this.directory = directory;
    }

    /** Returns a fresh copy of a project for a test. */
    static TestProject copy(String name, String test) {
        Path source = PROJECTS.resolve(name);
        Path target = WORK.resolve(test);
        try {
            delete(target);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = target.resolve(source.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, filled(Files.readString(file, UTF_8)), UTF_8);
                }
            }
            // Without this directory, Maven would apply the options of the surrounding build to this project.
            Files.createDirectories(target.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestProject(target);
    }

    /** Returns an empty directory for a test. */
    static TestProject empty(String test) {
        Path target = WORK.resolve(test);
        try {
            delete(target);
            Files.createDirectories(target.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestProject(target);
    }

    private static String filled(String text) {
        String filled = text;
        for (String property : System.getProperties().stringPropertyNames()) {
            filled = filled.replace("@" + property + "@", System.getProperty(property));
        }
        return filled;
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    /** Replaces text in a file, which must contain it. */
    TestProject edit(String file, String from, String to) {
        String text = read(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain: " + from);
        }
        return write(file, text.replace(from, to));
    }

    TestProject write(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    TestProject remove(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String read(String file) {
        try {
            return Files.readString(path(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns each file in this directory with its modification time; empty if the directory does not exist. */
    SortedMap<String, Object> tree(String root) {
        SortedMap<String, Object> tree = new TreeMap<>();
        if (Files.exists(path(root))) {
            try (Stream<Path> files = Files.walk(path(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    tree.put(path(root).relativize(file).toString(), Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tree;
    }

    /** Runs the Maven version that most users have. */
    MavenRun mvn(String... arguments) {
        return mvn(Map.of(), arguments);
    }

    /** Runs it with these environment variables. */
    MavenRun mvn(Map<String, String> variables, String... arguments) {
        return run(command(System.getProperty("maven.latest"), arguments), variables);
    }

    /** Runs this Maven version in the project. */
    MavenRun maven(String version, String... arguments) {
        return run(command(version, arguments), Map.of());
    }

    private static List<String> command(String version, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("test.maven") + "/apache-maven-" + version + "/bin/mvn",
                "--batch-mode",
                "--no-transfer-progress",
                "-Dstyle.color=never",
                "--settings=" + System.getProperty("test.settings"),
                "-Dmaven.repo.local=" + System.getProperty("test.repository"),
                "-Dbuild.repository="
                        + Path.of(System.getProperty("build.repository")).toUri()));
        command.addAll(List.of(arguments));
        return command;
    }

    private MavenRun run(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_") || name.equals("CI"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new MavenRun(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
