package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of each package names the class that a reader opens first. */
class PackageInfoTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Directories without source code of Berth: build output, git, and the projects of the plugin's tests. */
    private static final List<String> SKIPPED = List.of("target", ".git", "projects");

    /** The line of a Javadoc comment may end between any two words. */
    private static final Pattern START = Pattern.compile("Start(?:\\s|\\*)+with(?:\\s|\\*)+\\{@link ([\\w.]+)}");

    @Test
    void each_package_names_the_class_to_start_with() throws IOException {
        List<Path> packages = packages();
        List<String> wrong = new ArrayList<>();
        for (Path info : packages) {
            check(info, wrong);
        }

        assertThat(packages).hasSizeGreaterThanOrEqualTo(40);
        assertThat(wrong).isEmpty();
    }

    private static void check(Path info, List<String> wrong) throws IOException {
        Path name = Repository.ROOT.relativize(info);
        Matcher start = START.matcher(Files.readString(info));
        if (!start.find()) {
            wrong.add(name + ": has no \"Start with {@link …}\"");
            return;
        }
        String type = start.group(1);
        Path source = info.resolveSibling(type.substring(type.lastIndexOf('.') + 1) + ".java");
        if (!Files.isRegularFile(source)) {
            wrong.add(name + ": starts with " + type + ", which is not in the package");
        }
    }

    private static List<Path> packages() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return SKIPPED.stream().anyMatch(directory::endsWith)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith("package-info.java") && file.toString().contains(SOURCES.toString())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }
}
