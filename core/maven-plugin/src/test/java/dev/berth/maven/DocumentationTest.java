package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern UNNAMED = Pattern.compile("(?<! -->\\n)```(?:java|yaml)\\n.*");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- from (\\S+) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/STEP_BY_STEP.md", "docs/maven-plugin.md", "docs/testing.md"})
    void each_snippet_of_the_page_stands_in_the_tested_file_that_it_names(String page) throws Exception {
        String text = Files.readString(REPOSITORY.resolve(page));
        List<MatchResult> snippets = SNIPPET.matcher(text).results().toList();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(3);
        assertThat(UNNAMED.matcher(text).results().map(MatchResult::group))
                .as("blocks that name no tested file")
                .isEmpty();
        for (MatchResult snippet : snippets) {
            String tested = Files.readString(REPOSITORY.resolve(snippet.group(1)));
            assertThat(snippet.group(2)).isNotBlank();
            assertThat(tested.replace("@berth.version@", "0.1.0-SNAPSHOT")).contains(snippet.group(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/STEP_BY_STEP.md", "docs/maven-plugin.md", "docs/testing.md"})
    void each_link_of_the_page_leads_to_a_file(String page) throws Exception {
        Path file = REPOSITORY.resolve(page);
        List<String> links = LINK.matcher(Files.readString(file))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(file.resolveSibling(link))
                .exists());
    }
}
