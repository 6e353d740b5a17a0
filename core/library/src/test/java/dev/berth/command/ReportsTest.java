package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a review writes. */
class ReportsTest {
    private static final Set<String> GRAVE = Set.of("REFUSED", "DATA_LOSS");
    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: ebs.csi.aws.com
            """;
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: demo}
            stringData: {password: before-s3cr3t}
            """;

    private final List<String> console = new ArrayList<>();

    @Test
    void reports_have_every_finding_and_no_value_of_a_Secret(@TempDir Path directory) throws IOException {
        Map<String, Path> reports = Map.of(
                "text", directory.resolve("review.txt"),
                "markdown", directory.resolve("out/review.md"),
                "json", directory.resolve("review.json"),
                "sarif", directory.resolve("review.sarif"),
                "github", directory.resolve("review.github"));
        review(
                SECRET + "---\n" + CLASS,
                SECRET.replace("before-s3cr3t", "after-s3cr3t") + "---\n" + CLASS.replace("ebs.csi", "other.csi"),
                reports,
                Optional.empty());
        for (Path report : reports.values()) {
            assertThat(Files.readString(report))
                    .doesNotContain("s3cr3t", "YmVmb3JlLXMzY3IzdA", "YWZ0ZXItczNjcjN0")
                    .contains("storageclass-immutable", "config-not-reloaded")
                    .endsWith("\n");
        }
        JsonNode json = ReportSchemas.json(directory.resolve("review.json"));
        assertThat(json.at("/review/verdicts/REFUSED").asInt()).isEqualTo(1);
        assertThat(json.at("/review/failures").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/object/kind").asText()).isEqualTo("Secret");
        assertThat(json.at("/findings/0/field").asText()).isEqualTo("data[password]");
        assertThat(json.at("/findings/0/change/from").asText()).isEqualTo("(not shown)");
        assertThat(json.at("/findings/1/change/verdict").asText()).isEqualTo("REFUSED");
        assertThat(json.at("/findings/1/change/serverField").asText()).isEqualTo("provisioner");
        assertThat(json.at("/review/runbooks/0/steps/0/commands/0").asText())
                .isEqualTo("kubectl delete storageclass 'fast' --ignore-not-found --timeout=10m");
        assertThat(json.at("/review/runbooks/0/script").asText())
                .startsWith("set -euo pipefail\n")
                .contains("\nkubectl delete storageclass 'fast' --ignore-not-found --timeout=10m\n");
        JsonNode sarif = ReportSchemas.sarif(directory.resolve("review.sarif"));
        JsonNode result = sarif.at("/runs/0/results/1");
        assertThat(result.at("/ruleId").asText()).isEqualTo("storageclass-immutable");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("tree.yaml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(9);
    }

    @Test
    void words_of_a_tree_are_not_markup(@TempDir Path directory) throws IOException {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: 'old'}\n";
        Path report = directory.resolve("review.md");
        review(map, map.replace("'old'", "'a | `b` <img> @team'"), Map.of("markdown", report), Optional.empty());
        assertThat(Files.readString(report)).contains("| `old` | ``a \\| `b` <img> @team`` |");
    }

    @Test
    void a_comment_has_room_for_any_change(@TempDir Path directory) throws IOException {
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            before.append(CLASS.replace("fast", "fast-" + i)).append("---\n");
        }
        Path report = directory.resolve("review.md");
        review(
                before.toString(),
                before.toString().replace("ebs.csi", "other.csi"),
                Map.of("markdown", report),
                Optional.empty());
        assertThat(Files.readString(report))
                .hasSizeLessThan(65_536)
                .contains("**Refused: 2000 objects.**", " more objects; the JSON and SARIF reports have them all.");
    }

    @Test
    void objects_that_only_change_values_are_in_one_table(@TempDir Path directory) throws IOException {
        String policies = """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: a, namespace: demo, labels: {helm.sh/chart: db-1}}
                spec: {podSelector: {}}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: b, labels: {helm.sh/chart: db-1}}
                """;
        Path report = directory.resolve("review.md");
        review(policies, policies.replace("db-1", "db-2"), Map.of("markdown", report), Optional.empty());
        assertThat(Files.readString(report)).endsWith("""

                ### Changed in place

                The values change; no pod is replaced.

                | object | field | from | to | place |
                |---|---|---|---|---|
                | NetworkPolicy `a` in `demo` | `metadata.labels[helm.sh/chart]` | `db-1` | `db-2` | `tree.yaml:3` |
                | ServiceAccount `b` | `metadata.labels[helm.sh/chart]` | `db-1` | `db-2` | `tree.yaml:8` |
                """);
    }

    private Optional<String> review(
            String before, String after, Map<String, Path> reports, Optional<Path> acknowledgements) {
        return ReviewRun.review(
                new Texts("main", Map.of("tree.yaml", before)),
                new Texts("generated", Map.of("tree.yaml", after)),
                reports,
                GRAVE,
                acknowledgements,
                Optional.empty(),
                console::add);
    }
}
