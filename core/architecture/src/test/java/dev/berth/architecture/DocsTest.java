package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java, YAML or XML in the README and in {@code docs/*.md} is a piece of a tested file, so that no page
 * shows what does not work, and every link within the repository leads to a file. The file of a block is named in a comment
 * right above it, {@code <!-- from PATH -->} from the root of the repository; a block that stands in no file says
 * {@code <!-- not compiled: REASON -->}.
 */
class DocsTest {

    private static final Path ROOT = Repository.ROOT;
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- (?:from (?<file>[^ ]+)|not compiled: (?<reason>[^>]+)) -->\\s*\n)?"
                    + " *```(?:java|yaml|xml)\n"
                    + "(?<text>.*?)^ *```",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        Optional.of(ROOT.resolve("README.md")).filter(Files::exists).ifPresent(pages::add);
        return pages.stream().map(ROOT::relativize);
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
        assertThat(LINK.matcher(Files.readString(ROOT.resolve("README.md"))).results())
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_block_is_a_piece_of_a_tested_file(Path page) throws IOException {
        assertThat(problems(Files.readString(ROOT.resolve(page)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_file(Path page) throws IOException {
        Path file = ROOT.resolve(page);
        assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
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
    private static boolean holds(String file, String block) {
        // The poms of the tests name the version by a property that the build fills in.
        List<String> lines =
                file.replace("@berth.version@", "0.1.0-SNAPSHOT").lines().toList();
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
