package dev.berth.rules.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    @Test
    void the_example_of_the_page_holds() {
        ApiServerRules rules = ApiServerRules.of(ClusterFacts.defaults());
        Verdict verdict = rules.verdict("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  ports: [{port: 70000}]
                """);
        assertThat(verdict.isRefused()).isTrue();
        assertThat(verdict.findings().get(0).toString())
                .isEqualTo("spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, both inclusive");
    }

    @Test
    void the_page_shows_the_example_that_is_tested() throws IOException {
        String page = Files.readString(Path.of("../../docs/rules.md"));
        int start = page.indexOf("```java\n") + "```java\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        String source = Files.readString(Path.of("src/test/java/dev/berth/rules/server/RulesPageTest.java"));
        assertThat(source).contains(example.indent(8));
    }
}
