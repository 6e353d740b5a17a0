package dev.berth.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.change.model.Effect;
import dev.berth.change.model.ObjectTreeReader;
import dev.berth.change.report.MarkdownReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rendered examples of {@code docs/review}, kept true.
 *
 * <p>{@code mvn test -pl core/library -Dtest=RenderedExamplesTest -Dberth.rerender=true} writes them anew.
 */
class RenderedExamplesTest {
    private static final String FILE = "manifests/03-postgresql-statefulset.yaml";
    private static final Path EXAMPLES = Path.of("../../docs/review");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "grow-claim-template    | storage: 1Gi                        | storage: 2Gi",
                "shrink-claim-template  | storage: 1Gi                        | storage: 512Mi",
                "rename-claim-template  | name: postgres-data                 | name: postgres-volume",
                "service-name           | serviceName: postgres-headless      | serviceName: postgres-peers",
                "scale-down             | replicas: 3                         | replicas: 1",
                "image-tag              | image: postgres:17                  | image: postgres:17.2",
                "major-version          | image: postgres:17                  | image: postgres:18",
                "config-key             | POSTGRES_DB: mydatabase             | POSTGRES_DB: orders",
                "config-file            | max_connections = 100               | max_connections = 200",
                "password               | POSTGRES_PASSWORD: not-for-real-use | POSTGRES_PASSWORD: s3cr3t-after",
                "retention-policy       | whenDeleted: Retain                 | whenDeleted: Delete",
                "rename-set             | name: postgres\\n  namespace: statefulset-demo\\nspec:\\n  serviceName"
                        + " | name: database\\n  namespace: statefulset-demo\\nspec:\\n  serviceName",
            })
    void the_example_is_what_the_review_says(String name, String text, String by) throws IOException {
        String before = tree();
        String after = before.replace(text.replace("\\n", "\n"), by.replace("\\n", "\n"));
        assertThat(after).isNotEqualTo(before);
        Review review = Reviewer.review(
                ObjectTreeReader.read("before", Map.of(FILE, before)),
                ObjectTreeReader.read("after", Map.of(FILE, after)));
        String markdown = MarkdownReport.of(
                Judgement.of(review, Acknowledgements.none(), Set.of(Effect.REFUSED, Effect.DATA_LOSS)));
        Path example = EXAMPLES.resolve(name + ".md");
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.createDirectories(EXAMPLES);
            Files.writeString(example, markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(example));
        assertThat(markdown).doesNotContain("not-for-real-use", "s3cr3t-after", "bm90LWZvci1yZWFsLXVzZQ");
    }

    private static String tree() throws IOException {
        try (InputStream in = RenderedExamplesTest.class.getResourceAsStream("/review/postgres.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
