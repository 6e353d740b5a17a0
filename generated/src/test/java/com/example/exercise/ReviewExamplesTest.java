package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Effect;
import dev.berth.report.ReviewMarkdown;
import dev.berth.review.Acknowledgements;
import dev.berth.review.DirectorySource;
import dev.berth.review.Judgement;
import dev.berth.review.Reviewer;
import dev.berth.review.TreeSource;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reviews of changes to the rendered tree in {@code docs/review}.
 *
 * <p>{@code mvn test -pl generated -Dtest=ReviewExamplesTest -Dberth.rerender=true} updates the examples.
 */
class ReviewExamplesTest {
    private static final Path EXAMPLES = Path.of("../docs/review");
    private static final String POSTGRES = "manifests/03-postgresql-statefulset.yaml";

    /** A change to the file of the PostgreSQL servers: a string in it and its replacement. */
    enum Example {
        GROW_CLAIM_TEMPLATE("storage: 1Gi", "storage: 2Gi"),
        SHRINK_CLAIM_TEMPLATE("storage: 1Gi", "storage: 512Mi"),
        RENAME_CLAIM_TEMPLATE("name: postgres-data", "name: postgres-volume"),
        SERVICE_NAME("postgres-headless", "postgres-peers"),
        SCALE_DOWN("replicas: 3", "replicas: 1"),
        IMAGE_TAG("image: postgres:17", "image: postgres:17.2"),
        MAJOR_VERSION("image: postgres:17", "image: postgres:18"),
        CONFIG_KEY("POSTGRES_DB: mydatabase", "POSTGRES_DB: orders"),
        CONFIG_FILE("max_connections = 100", "max_connections = 200"),
        PASSWORD("demo-only-password", "another-demo-password"),
        RETENTION_POLICY("whenDeleted: Retain", "whenDeleted: Delete"),
        RENAME_SET(
                "kind: StatefulSet\nmetadata:\n  name: postgres\n", "kind: StatefulSet\nmetadata:\n  name: database\n");

        private final String text;
        private final String by;

        Example(String text, String by) {
            this.text = text;
            this.by = by;
        }

        String change(String manifest) {
            assertThat(manifest).contains(text);
            return manifest.replace(text, by);
        }

        Path file() {
            return EXAMPLES.resolve(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_example_matches_the_review(Example example) throws IOException {
        String markdown = ReviewMarkdown.of(judge(example, Acknowledgements.none()));
        if (Boolean.getBoolean("berth.rerender") && System.getenv("CI") == null) {
            Files.writeString(example.file(), markdown);
        }
        assertThat(markdown).isEqualTo(Files.readString(example.file()));
        assertThat(markdown).doesNotContain("demo-only-password", "another-demo-password");
    }

    @Test
    void every_page_belongs_to_an_example_and_the_guide_links_to_it() throws IOException {
        List<Path> files =
                Stream.of(Example.values()).map(Example::file).sorted().toList();
        try (Stream<Path> pages = Files.list(EXAMPLES)) {
            assertThat(pages.sorted()).containsExactlyElementsOf(files);
        }
        String guide = Files.readString(Path.of("../docs/review.md"));
        assertThat(files).allSatisfy(file -> assertThat(guide).contains("(review/" + file.getFileName() + ")"));
    }

    @Test
    void an_acknowledged_loss_passes_and_its_reason_is_printed() throws IOException {
        Acknowledgements meant =
                Acknowledgements.parse("review.yaml", Files.readString(Path.of("src/test/resources/review.yaml")));
        Judgement judgement = judge(Example.SCALE_DOWN, meant);
        assertThat(judgement.failures()).isEmpty();
        assertThat(judgement.unmatched()).isEmpty();
        assertThat(ReviewMarkdown.of(judgement))
                .contains(
                        "  Acknowledged: The other two servers were there for a load test; nothing on them is needed.\n");
        assertThat(judge(Example.IMAGE_TAG, meant).unmatched()).isEqualTo(meant.entries());
    }

    private static Judgement judge(Example example, Acknowledgements acknowledgements) throws IOException {
        TreeSource tree = new DirectorySource(Path.of(""), "generated");
        Map<String, String> before = tree.files();
        Map<String, String> after = new TreeMap<>(before);
        after.compute(POSTGRES, (file, text) -> example.change(text));
        return Judgement.of(
                Reviewer.review(read(tree, before), read(tree, after)),
                acknowledgements,
                EnumSet.of(Effect.REFUSED, Effect.DATA_LOSS));
    }

    private static ObjectTree read(TreeSource tree, Map<String, String> files) {
        return ObjectTreeReader.read(tree.name(), tree.root(), files);
    }
}
