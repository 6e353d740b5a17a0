package com.example.examples;

import static dev.berth.testing.BerthAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.manifest.ManifestSource;
import dev.berth.validate.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of docs/examples show these declarations beside what they render. */
class ExamplesTest {

    private static final Path PAGES = Path.of("..", "docs", "examples");
    private static final Path SOURCES = Path.of("src/test/java/com/example/examples");
    private static final Path TREES = Path.of("src/test/examples");

    /** A declaration, and the files that its page shows. */
    private record Example(ManifestSource source, String page, String yaml) {

        String name() {
            return source.getClass().getSimpleName();
        }

        Path tree() {
            return TREES.resolve(name());
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example(new Elasticsearch(), "elasticsearch.md", "search.yaml"),
                new Example(new Etcd(), "etcd.md", "etcd.yaml"),
                new Example(new Kafka(), "kafka.md", "kafka.yaml"),
                new Example(new Minio(), "minio.md", "minio.yaml"),
                new Example(new MySql(), "mysql.md", "mysql.yaml"),
                new Example(new PostgresAndRedis(), "postgres-and-redis.md", "orders.yaml"),
                new Example(new RabbitMq(), "rabbitmq.md", "rabbitmq.yaml"),
                new Example(new WebApplication(), "web-application.md", "shop.yaml"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_renders_what_its_page_shows_and_runs(Example example) {
        assertThat(example.source())
                .runsOn(TargetCluster.of(KubernetesVersion.recorded()))
                .matchesGoldenTree(example.tree());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void validate_finds_nothing_in_the_rendered_tree(Example example) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Validation.of(example.tree(), Map.of(), Set.of(), findings::add);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_page_shows_both_files_with_the_numbers_of_their_lines(Example example) throws IOException {
        ExamplePage page = new ExamplePage(
                PAGES.resolve(example.page()),
                SOURCES.resolve(example.name() + ".java"),
                example.tree().resolve(example.yaml()));
        if ("update".equals(System.getProperty("berth.golden"))) {
            page.update();
        }
        assertThat(page.actual()).isEqualTo(page.expected());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void it_needs_no_escape_hatch(Example example) throws IOException {
        assertThat(Files.readString(SOURCES.resolve(example.name() + ".java")))
                .doesNotContain("customize", "RawManifest", "fabric8");
    }
}
