package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Javadoc of every type that a declaration starts with, which is a type with a method {@code named(...)}, shows an
 * example. Its lines are part of a tested file, so that the example compiles and does what it shows.
 */
class JavadocExamplesTest {

    private static final Path ROOT = Repository.ROOT;
    private static final Pattern ENTRY = Pattern.compile("^    public static \\S+ named\\(", Pattern.MULTILINE);
    private static final Pattern JAVADOC =
            Pattern.compile("^/\\*\\*((?:(?!\\*/).)*)\\*/\n(?:@[^\n]*\n)*public ", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);

    static Stream<Path> entryTypes() {
        return Stream.of("core/dsl/src/main", "volumes/src/main")
                .flatMap(JavadocExamplesTest::javaFiles)
                .filter(file -> ENTRY.matcher(read(file)).find())
                .map(ROOT::relativize);
    }

    @Test
    void the_entry_types_were_seen() {
        assertThat(entryTypes().map(Path::getFileName).map(Path::toString))
                .contains(
                        "StatefulSet.java", "Container.java", "Namespace.java", "HeadlessService.java", "EmptyDir.java")
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(isTested("var pod = Pod.named(\"never declared in a test\").build();"))
                .isFalse();
        assertThat(example("/**\n * Without an example.\n */\npublic class Pod {}"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entryTypes")
    void the_example_of_an_entry_type_is_part_of_a_tested_file(Path type) {
        assertThat(example(read(ROOT.resolve(type))))
                .as("the example")
                .isNotEmpty()
                .satisfies(example -> assertThat(isTested(example))
                        .as("a test contains:\n%s", example)
                        .isTrue());
    }

    /** The code in the Javadoc of the type, without the indentation of the comment. Empty if it has none. */
    private static String example(String source) {
        Matcher javadoc = JAVADOC.matcher(source);
        if (!javadoc.find()) {
            return "";
        }
        Matcher example = EXAMPLE.matcher(javadoc.group(1));
        return example.find() ? example.group(1).replaceAll("(?m)^ \\* ?", "") : "";
    }

    private static boolean isTested(String example) {
        List<String> wanted = example.lines().toList();
        return Stream.of("core/dsl/src/test", "volumes/src/test", "generated/src")
                .flatMap(JavadocExamplesTest::javaFiles)
                .anyMatch(file -> contains(read(file).lines().toList(), wanted));
    }

    /** Whether the lines occur one after the other, all indented by the same number of spaces. */
    private static boolean contains(List<String> lines, List<String> wanted) {
        for (int start = 0; start + wanted.size() <= lines.size(); start++) {
            int indent = lines.get(start).indexOf(wanted.get(0));
            if (indent >= 0 && lines.subList(start, start + wanted.size()).equals(indented(wanted, indent))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> indented(List<String> lines, int indent) {
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.isEmpty() ? line : " ".repeat(indent) + line));
        return all;
    }

    private static Stream<Path> javaFiles(String directory) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
