package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No code and no page uses a phrase that {@code docs/STYLE.md} bans. */
class StyleTest {

    private static final Path STYLE = Path.of("docs/STYLE.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Set<String> TEXTS = Set.of("java", "kt", "md", "xml", "sh", "yml", "properties");

    /** Words may be separated by line breaks, the marks of comments, and the concatenation of strings. */
    private static final String BETWEEN_WORDS = "(?:\\s|\\*|//|\"\\s*\\+\\s*\")+";

    /** A banned phrase, what to write in its place, and where it occurs. */
    private record Phrase(String phrase, String instead, Pattern pattern) {

        static List<Phrase> read(String page) {
            return ROW.matcher(page)
                    .results()
                    .map(row -> new Phrase(row.group(1), row.group(2), pattern(row.group(1))))
                    .toList();
        }

        private static Pattern pattern(String phrase) {
            String words =
                    Arrays.stream(phrase.split(" ")).map(Pattern::quote).collect(Collectors.joining(BETWEEN_WORDS));
            return Pattern.compile("(?<!\\w)" + words + "(?!\\w)", Pattern.CASE_INSENSITIVE);
        }
    }

    @Test
    void no_file_uses_a_banned_phrase() throws IOException {
        List<Phrase> phrases = phrases();
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            found.addAll(in(file.toString(), Files.readString(Repository.ROOT.resolve(file)), phrases));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_files_and_the_phrases_are_found() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(1000)
                .contains(
                        Path.of("pom.xml"),
                        Path.of("README.md"),
                        Path.of("docs/CONTRIBUTING.md"),
                        Path.of("core/object/src/main/java/dev/berth/value/Port.java"),
                        Path.of("core/rules/src/main/java/dev/berth/lint/LintRules.java"),
                        Path.of("core/architecture/src/test/java/dev/berth/architecture/StyleTest.java"))
                .doesNotContain(STYLE)
                .noneMatch(file -> file.toString().contains("target"));
        assertThat(phrases()).hasSizeGreaterThan(40).extracting(Phrase::phrase).doesNotHaveDuplicates();
    }

    @Test
    void a_planted_phrase_is_found_in_any_case_across_lines_and_strings() {
        List<Phrase> phrases = Phrase.read("| `sic et non` | yes or no |\n");
        String comment = "/**\n * Decides Sic\n * et non.\n */\n// sic et\n// non\n";
        String string = "\"sic et\"\n        + \" non\"";
        assertThat(in("A.java", comment + string, phrases))
                .containsExactly(
                        "A.java:2: sic et non; write: yes or no",
                        "A.java:5: sic et non; write: yes or no",
                        "A.java:7: sic et non; write: yes or no");
    }

    @Test
    void part_of_a_word_is_not_a_phrase() {
        List<Phrase> phrases = Phrase.read("| `sic et non` | yes or no |\n");
        assertThat(in("A.java", "classic et non, sic et nonsense, sic, et non", phrases))
                .isEmpty();
    }

    private static List<Phrase> phrases() throws IOException {
        return Phrase.read(Files.readString(Repository.ROOT.resolve(STYLE)));
    }

    private static List<String> in(String file, String text, List<Phrase> phrases) {
        return phrases.stream()
                .flatMap(phrase -> phrase.pattern()
                        .matcher(text)
                        .results()
                        .map(hit -> file + ":" + lineOf(text, hit.start()) + ": " + phrase.phrase() + "; write: "
                                + phrase.instead()))
                .toList();
    }

    private static long lineOf(String text, int at) {
        return 1 + text.chars().limit(at).filter(letter -> letter == '\n').count();
    }

    /** The texts of the repository from its root, without what a build or a tool creates. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = String.valueOf(directory.getFileName());
                boolean skipped = name.startsWith(".") || name.equals("target");
                return skipped && !directory.equals(Repository.ROOT)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path path = Repository.ROOT.relativize(file);
                String name = path.toString();
                if (TEXTS.contains(name.substring(name.lastIndexOf('.') + 1)) && !path.equals(STYLE)) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }
}
