package dev.berth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The graphs of modules and packages in {@code docs/CONTRIBUTING.md} are drawn from the code. A new dependency between
 * packages fails this test until the graph shows it, so that it is seen in review.
 */
class GraphsTest {

    private static final Path PAGE = Repository.ROOT.resolve("docs/CONTRIBUTING.md");
    private static final String ROOT = "dev.berth";
    private static final String UPDATE =
            "mvn -pl core/architecture -am test -Dtest=GraphsTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dberth.golden=update";

    @ParameterizedTest
    @ValueSource(strings = {"modules", "packages"})
    void a_graph_in_the_page_is_the_graph_of_the_code(String name) throws IOException {
        String graph = name.equals("modules") ? modules() : packages();
        String page = Files.readString(PAGE);
        Matcher block = Pattern.compile(
                        "(?<=<!-- graph of " + name + ", drawn by GraphsTest -->\n).*?(?=<!-- end -->)", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find())
                .as("%s has a block for the graph of %s", PAGE, name)
                .isTrue();
        if ("update".equals(System.getProperty("berth.golden")) && System.getenv("CI") == null) {
            Files.writeString(PAGE, page.substring(0, block.start()) + graph + page.substring(block.end()));
            return;
        }
        assertThat(block.group()).as("To draw the graph again: " + UPDATE).isEqualTo(graph);
    }

    @Test
    void the_graph_of_modules_leaves_out_what_follows_from_other_arrows() {
        assertThat(modules()).contains("  dsl --> yaml\n").doesNotContain("  dsl --> object\n");
    }

    /** A picture of the modules; an arrow that follows from two others is left out. */
    private static String modules() {
        Dependencies modules = Dependencies.ofModules();
        StringBuilder graph = new StringBuilder("```mermaid\nflowchart TD\n");
        modules.uses().forEach((module, used) -> used.stream()
                .filter(target -> used.stream().noneMatch(other -> reaches(modules, other, target)))
                .forEach(target -> graph.append("  ")
                        .append(module)
                        .append(" --> ")
                        .append(target)
                        .append('\n')));
        return graph.append("```\n").toString();
    }

    private static boolean reaches(Dependencies modules, String from, String target) {
        SortedSet<String> used = modules.uses().getOrDefault(from, new TreeSet<>());
        return used.contains(target) || used.stream().anyMatch(next -> reaches(modules, next, target));
    }

    /** A list of the packages of each module, each with the packages that it uses. */
    private static String packages() {
        Map<String, List<String>> byModule = Library.modules().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        Map<String, SortedSet<String>> uses = Dependencies.ofPackages().uses();
        StringBuilder graph = new StringBuilder("```text\n");
        byModule.forEach((module, packages) -> {
            graph.append(module).append('\n');
            packages.forEach(name -> graph.append("    ")
                    .append((shortened(name) + " -> "
                                    + uses.getOrDefault(name, new TreeSet<>()).stream()
                                            .map(GraphsTest::shortened)
                                            .collect(Collectors.joining(", ")))
                            .replaceFirst(" -> $", ""))
                    .append('\n'));
        });
        return graph.append("```\n").toString();
    }

    private static String shortened(String packageName) {
        return packageName.equals(ROOT) ? "(root)" : packageName.substring(ROOT.length() + 1);
    }
}
