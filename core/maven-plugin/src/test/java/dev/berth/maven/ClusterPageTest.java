package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands in {@code docs/cluster.md} and the table in {@code docs/maven-plugin.md} use the parameters of the goal. */
class ClusterPageTest {

    private static final Pattern USED = Pattern.compile("berth\\.([a-z][A-Za-z]+)(?![A-Za-z./-])");
    private static final Pattern DECLARED = Pattern.compile("property = \"berth\\.([A-Za-z]+)\"");
    private static final Path DOCS = Path.of("../../docs");

    @Test
    void the_commands_use_parameters_of_the_goal() throws IOException {
        String page = Files.readString(DOCS.resolve("cluster.md"));
        assertThat(names(USED, page))
                .contains("before", "after", "prune", "serverSide", "fieldManager", "namespaces", "context")
                .isSubsetOf(parameters());
    }

    @Test
    void the_table_has_every_parameter_of_the_goal() throws IOException {
        String page = Files.readString(DOCS.resolve("maven-plugin.md"));
        String section =
                page.substring(page.indexOf("## Reviewing a change"), page.indexOf("## Validating any directory"));
        Set<String> declared = parameters();
        declared.remove("skip");
        assertThat(names(Pattern.compile("\\| `berth\\.([A-Za-z]+)` \\|"), section))
                .isEqualTo(declared);
    }

    private static Set<String> parameters() throws IOException {
        return names(DECLARED, Files.readString(Path.of("src/main/java/dev/berth/maven/ReviewMojo.java")));
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
