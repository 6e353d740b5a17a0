package com.example.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every snippet of the pages stands in the file that it names, line for line; only the indentation may differ. */
class DocumentedSnippetsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- cut from (\\S+) -->\\n)?```(?:java|yaml)\\n(.*?)```\\n", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"volumes.md, 24", "storage-classes.md, 14"})
    void every_snippet_is_cut_from_a_file_that_is_tested(String page, int snippets) throws IOException {
        var found =
                SNIPPET.matcher(Files.readString(DOCS.resolve(page))).results().toList();

        assertThat(found).hasSizeGreaterThanOrEqualTo(snippets);
        for (MatchResult snippet : found) {
            assertThat(snippet.group(1))
                    .as("the file of:\n%s", snippet.group(2))
                    .isNotNull();
            String file = "\n" + Files.readString(DOCS.resolve(snippet.group(1)));
            assertThat(indentations(snippet.group(2)).anyMatch(file::contains))
                    .as("%s holds these lines:\n%s", snippet.group(1), snippet.group(2))
                    .isTrue();
        }
    }

    /** A snippet starts at the margin, and what it is cut from mostly does not. */
    private static Stream<String> indentations(String snippet) {
        return IntStream.range(0, 24).mapToObj(spaces -> "\n" + snippet.indent(spaces));
    }
}
