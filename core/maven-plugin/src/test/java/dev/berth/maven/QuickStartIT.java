package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the quick start of the README word for word: it creates the files, and runs the commands. */
class QuickStartIT {

    private static final Pattern FILE = Pattern.compile(
            "^\\*\\*\\d\\. `(?<path>[^`]+)`\\*\\*.*?^```\\w+\n(?<text>.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("^\\$ mvn (?<arguments>.+)$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"maven.minimum", "maven.latest"})
    void the_quick_start_works_as_written(String property) throws IOException {
        String version = System.getProperty(property);
        String steps = steps();
        TestProject project = TestProject.empty("quick-start-" + version);

        Map<String, String> files = files(steps);
        assertThat(files)
                .containsOnlyKeys(
                        "pom.xml",
                        "src/main/java/com/example/shop/Cart.java",
                        "src/test/java/com/example/shop/CartTest.java");
        files.forEach(project::write);

        List<String> commands = COMMAND.matcher(steps)
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands).containsExactly("generate-manifests", "test -Dberth.golden=update", "verify");
        for (String command : commands) {
            MavenRun run = project.maven(version, command.split(" ")).passed();
            assertThat(run.output()).doesNotContain("[WARNING]");
        }
        assertThat(project.tree("generated")).containsOnlyKeys("cart.yaml");
        assertThat(project.tree("src/test/golden/staging")).containsOnlyKeys("cart.yaml");
    }

    /** Returns the part of the README that begins in the empty directory. */
    private static String steps() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        return readme.substring(readme.indexOf("**1. `pom.xml`**"), readme.indexOf("\n## Next steps"));
    }

    private static Map<String, String> files(String steps) {
        Map<String, String> files = new TreeMap<>();
        Matcher blocks = FILE.matcher(steps);
        while (blocks.find()) {
            files.put(blocks.group("path"), blocks.group("text"));
        }
        return files;
    }
}
