package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each directory of {@code trees/} holds a tree as projects publish it, in {@code manifests/}, and all lines that its
 * validation prints, in {@code expected.txt}. Lines of {@code expected.txt} that start with a number sign say what the
 * tree shows.
 */
class TreesTest {

    @ParameterizedTest
    @MethodSource("trees")
    void a_tree_has_exactly_the_findings_that_it_states(Path tree) throws IOException {
        List<String> lines = new ArrayList<>();
        ValidationLines.of(tree.resolve("manifests"), Map.of(), List.of(), lines::add);
        assertThat(lines).containsExactlyElementsOf(expected(tree));
    }

    private static List<String> expected(Path tree) throws IOException {
        return Files.readAllLines(tree.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static List<Path> trees() throws IOException, URISyntaxException {
        Path all = Path.of(
                Objects.requireNonNull(TreesTest.class.getResource("/trees")).toURI());
        try (Stream<Path> trees = Files.list(all)) {
            List<Path> sorted = trees.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        }
    }
}
