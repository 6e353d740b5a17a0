package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java, YAML or XML in the README and in {@code docs} is a piece of a tested file, so that no page shows
 * what does not work. A comment right above the block names the file, {@code <!-- from PATH -->} from the root of the
 * repository. A block that is in no file has {@code <!-- not compiled: REASON -->}.
 */
class DocsTest {

    private static final Path ROOT = Repository.ROOT;
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- (?:from (?<file>[^ ]+)|not compiled: (?<reason>[^>]+)) -->\\s*\n)?"
                    + " *```(?:java|yaml|xml)\n"
                    + "(?<text>.*?)^ *```",
            Pattern.DOTALL | Pattern.MULTILINE);

    static Stream<Path> pages() throws IOException {
        return Pages.all().stream().filter(page -> !page.startsWith("docs/adr") && !page.startsWith("docs/review"));
    }

    @Test
    void the_pages_of_the_constructs_were_seen() throws IOException {
        assertThat(pages().map(Path::getFileName).map(Path::toString))
                .contains(
                        "README.md",
                        "STEP_BY_STEP.md",
                        "config.md",
                        "workloads.md",
                        "services.md",
                        "claims.md",
                        "scheduling.md",
                        "security.md");
        assertThat(problems(Files.readString(ROOT.resolve("docs/claims.md")))).isEmpty();
        assertThat(BLOCK.matcher(Files.readString(ROOT.resolve("docs/claims.md")))
                        .results())
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_block_is_a_piece_of_a_tested_file(Path page) throws IOException {
        assertThat(problems(Files.readString(ROOT.resolve(page)))).isEmpty();
    }

    @Test
    void a_block_without_a_source_is_found() throws IOException {
        assertThat(problems("Text\n\n```java\nvar a = 1;\n```\n"))
                .containsExactly(Map.entry("var a = 1;", "names no file: put <!-- from PATH --> above it"));
    }

    @Test
    void a_block_that_is_not_in_its_file_is_found() throws IOException {
        assertThat(problems("<!-- from pom.xml -->\n```yaml\nnowhere: true\n```\n"))
                .containsExactly(Map.entry("nowhere: true", "does not stand in pom.xml"));
        assertThat(problems("<!-- from nowhere.txt -->\n```yaml\na: b\n```\n"))
                .containsExactly(Map.entry("a: b", "is from nowhere.txt, which does not exist"));
    }

    @Test
    void an_empty_block_is_found() throws IOException {
        assertThat(problems("<!-- from pom.xml -->\n```yaml\n```\n\n```\nmvn verify\n```\n"))
                .containsExactly(Map.entry("```", "is empty"));
    }

    @Test
    void a_block_that_says_why_it_is_not_compiled_is_left_alone() throws IOException {
        assertThat(problems("<!-- not compiled: it shows what is refused -->\n```java\nnot java\n```\n"))
                .isEmpty();
    }

    /** The first line of each block that stands in no tested file, and why. */
    private static Map<String, String> problems(String page) throws IOException {
        Map<String, String> problems = new TreeMap<>();
        Matcher blocks = BLOCK.matcher(page.replace("\r\n", "\n"));
        while (blocks.find()) {
            String text = blocks.group("text").stripIndent();
            String start = text.lines().findFirst().orElse("");
            String file = blocks.group("file");
            if (text.isBlank()) {
                problems.put("```", "is empty");
            } else if (file == null && blocks.group("reason") == null) {
                problems.put(start, "names no file: put <!-- from PATH --> above it");
            } else if (file != null && !Files.isRegularFile(ROOT.resolve(file))) {
                problems.put(start, "is from " + file + ", which does not exist");
            } else if (file != null && !holds(Files.readString(ROOT.resolve(file)), text)) {
                problems.put(start, "does not stand in " + file);
            }
        }
        return problems;
    }

    /** Whether the lines stand in the file one after the other, indented by the same amount or not at all. */
    private static boolean holds(String file, String block) throws IOException {
        List<String> lines = PomProperties.fillIn(file).lines().toList();
        int length = (int) block.lines().count();
        String wanted = String.join("\n", block.lines().toList()).stripIndent();
        for (int start = 0; start + length <= lines.size(); start++) {
            if (String.join("\n", lines.subList(start, start + length))
                    .stripIndent()
                    .equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
