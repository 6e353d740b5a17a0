package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.DirectorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    private static final Set<String> GRAVE = Set.of("REFUSED", "DATA_LOSS");
    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: ebs.csi.aws.com
            """;

    private final List<String> console = new ArrayList<>();

    @Test
    void a_refusal_fails_the_review() {
        assertThat(review(CLASS, CLASS.replace("ebs.csi.aws.com", "pd.csi.storage.gke.io"), Map.of(), Optional.empty()))
                .contains("""
                        The review has 1 finding to resolve or to acknowledge:
                            REFUSED StorageClass "fast": provisioner: ebs.csi.aws.com -> pd.csi.storage.gke.io [storageclass-immutable] at tree.yaml:4
                        The report says what happens and what to do; -Dberth.report=review.md writes it to a file.""");
        assertThat(console)
                .containsSubsequence(
                        "Refused: StorageClass fast.",
                        "StorageClass \"fast\"  (tree.yaml:4)",
                        "  REFUSED  [storageclass-immutable]",
                        "    provisioner: ebs.csi.aws.com -> pd.csi.storage.gke.io",
                        "  Runbook: Recreate the StorageClass",
                        "    kubectl delete storageclass 'fast' --ignore-not-found --timeout=10m");
    }

    @Test
    void an_unchanged_tree_has_no_findings() {
        assertThat(review(CLASS, CLASS + "reclaimPolicy: Delete\n", Map.of(), Optional.empty()))
                .isEmpty();
        assertThat(console).containsExactly("No change for the cluster.");
    }

    @Test
    void an_acknowledged_finding_passes_and_is_reported_with_its_reason(@TempDir Path directory) throws IOException {
        Path file = acknowledged(directory, "StorageClass/fast", "pd.csi.storage.gke.io");
        assertThat(review(
                        CLASS, CLASS.replace("ebs.csi.aws.com", "pd.csi.storage.gke.io"), Map.of(), Optional.of(file)))
                .isEmpty();
        assertThat(console).contains("    Acknowledged: we move to another cloud");
    }

    @Test
    void an_acknowledgement_of_another_value_does_not_pass(@TempDir Path directory) throws IOException {
        Path file = acknowledged(directory, "StorageClass/fast", "disk.csi.azure.com");
        assertThat(review(
                        CLASS, CLASS.replace("ebs.csi.aws.com", "pd.csi.storage.gke.io"), Map.of(), Optional.of(file)))
                .contains("The review has 1 finding to resolve or to acknowledge:\n"
                        + "    REFUSED StorageClass \"fast\": provisioner: ebs.csi.aws.com -> pd.csi.storage.gke.io"
                        + " [storageclass-immutable] at tree.yaml:4\n"
                        + "The report says what happens and what to do; -Dberth.report=review.md writes it to a file.\n"
                        + file + ": nothing was found for object StorageClass/fast, rule storageclass-immutable, value"
                        + " \"disk.csi.azure.com\": remove the entry, or correct it");
    }

    @Test
    void an_acknowledgement_without_a_reason_is_an_error(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("review.yaml");
        Files.writeString(file, "acknowledged:\n  - {object: StorageClass/fast, rule: x, because: y}\n");
        assertThat(review(CLASS, CLASS, Map.of(), Optional.of(file)))
                .contains(file + ": entry 1 has no reason\n" + file + ": entry 1 has an unknown field because");
    }

    @Test
    void a_missing_file_of_acknowledgements_is_reported_in_one_line(@TempDir Path directory) {
        Path file = directory.resolve("none.yaml");
        assertThat(review(CLASS, CLASS, Map.of(), Optional.of(file)))
                .contains(file + ": no such file of acknowledgements");
    }

    @Test
    void all_unreadable_documents_are_reported_at_once() {
        Map<String, String> after = new LinkedHashMap<>();
        after.put("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: demo}\n");
        after.put("b.yaml", CLASS + "---\n" + CLASS.replace("ebs.csi.aws.com", "other.csi.aws.com"));
        after.put("c.yaml", "kind: ConfigMap\nmetadata: {name: x}\n");
        assertThat(ReviewRun.review(
                        new Texts("main", Map.of()),
                        new Texts("generated", after),
                        Map.of(),
                        GRAVE,
                        Optional.empty(),
                        Optional.empty(),
                        console::add))
                .contains("""
                        The trees cannot be reviewed:
                        generated: a.yaml:1: ConfigMap has no metadata.name, so its changes cannot be tracked
                        generated: b.yaml:6: StorageClass "fast" is a duplicate with other contents; it is also at b.yaml:1
                        generated: c.yaml:1: the document has no apiVersion""");
    }

    @Test
    void files_that_Berth_rendered_as_alternatives_are_reviewed_side_by_side() {
        String local = "# Rendered by Berth from com.example.Demo: local.yaml\n" + CLASS;
        String aws = local.replace("ebs.csi.aws.com", "other.csi.aws.com");
        String changed = aws.replace("other.csi", "new.csi");
        assertThat(ReviewRun.review(
                        new Texts("main", Map.of("local.yaml", local, "aws.yaml", aws)),
                        new Texts("generated", Map.of("local.yaml", local, "aws.yaml", changed)),
                        Map.of(),
                        GRAVE,
                        Optional.empty(),
                        Optional.empty(),
                        console::add))
                .contains("""
                        The review has 1 finding to resolve or to acknowledge:
                            REFUSED StorageClass "fast": provisioner: other.csi.aws.com -> new.csi.aws.com [storageclass-immutable] at aws.yaml:5
                        The report says what happens and what to do; -Dberth.report=review.md writes it to a file.""");
        assertThat(console).contains("StorageClass \"fast\"  (aws.yaml:5)");
    }

    @Test
    void malformed_YAML_on_either_side_is_reported_in_one_line_each() {
        Optional<String> answer = ReviewRun.review(
                new Texts("main", Map.of("a.yaml", "a: [b\n")),
                new Texts("generated", Map.of("a.yaml", "a: b: c\n")),
                Map.of(),
                GRAVE,
                Optional.empty(),
                Optional.empty(),
                console::add);
        assertThat(answer).contains("""
                        The trees cannot be reviewed:
                        main: a.yaml:2: not YAML: expected ',' or ']', but got <stream end>
                        generated: a.yaml:1: not YAML: mapping values are not allowed here""");
    }

    @Test
    void a_missing_tree_is_reported_in_one_line(@TempDir Path directory) {
        assertThat(ReviewRun.review(
                        new DirectorySource(directory.resolve("none"), ""),
                        new Texts("generated", Map.of("a.yaml", "- a\n- b\n", "b.yaml", "just text\n")),
                        Map.of(),
                        GRAVE,
                        Optional.empty(),
                        Optional.empty(),
                        console::add))
                .contains("The trees cannot be reviewed:\n" + directory.resolve("none") + ": no such directory\n"
                        + "generated: a.yaml:1: the document is not an object with an apiVersion and a kind\n"
                        + "generated: b.yaml:1: the document is not an object with an apiVersion and a kind");
    }

    @Test
    void files_that_are_not_manifests_are_listed_as_not_reviewed() {
        ReviewRun.review(
                new Texts("main", Map.of()),
                new Texts("generated", Map.of("values.yaml", "replicas: 3\n")),
                Map.of(),
                GRAVE,
                Optional.empty(),
                Optional.empty(),
                console::add);
        assertThat(console).contains("Not reviewed: values.yaml changes, and is not a Kubernetes object.");
    }

    @Test
    void an_unknown_verdict_is_reported_in_one_line() {
        assertThat(ReviewRun.review(
                        new Texts("main", Map.of()),
                        new Texts("generated", Map.of()),
                        Map.of(),
                        Set.of("BROKEN"),
                        Optional.empty(),
                        Optional.empty(),
                        console::add))
                .contains(
                        "failOn: no verdict is called \"BROKEN\"; there are REFUSED, DATA_LOSS, RESTART, IN_PLACE, CREATED,"
                                + " DELETED");
    }

    @Test
    void the_version_of_the_cluster_decides_which_field_the_server_names() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: db, image: "db:1"}]}
                """;
        Texts before = new Texts("main", Map.of("db.yaml", set));
        Texts after = new Texts("generated", Map.of("db.yaml", set.replace("serviceName: db", "serviceName: peers")));
        ReviewRun.review(before, after, Map.of(), GRAVE, Optional.empty(), Optional.empty(), console::add);
        assertThat(console).anyMatch(line -> line.contains("Forbidden: only the fields replicas"));
        console.clear();
        ReviewRun.review(before, after, Map.of(), GRAVE, Optional.empty(), Optional.of("1.37"), console::add);
        assertThat(console)
                .anyMatch(line -> line.contains("Invalid value: \"peers\": cannot change after the object is created"))
                .noneMatch(line -> line.contains("Forbidden: only the fields replicas"));
    }

    @Test
    void a_version_that_cannot_be_a_target_is_one_line() {
        assertThat(ReviewRun.review(
                        new Texts("main", Map.of()),
                        new Texts("generated", Map.of()),
                        Map.of(),
                        GRAVE,
                        Optional.empty(),
                        Optional.of("2.0"),
                        console::add))
                .contains(
                        "KubernetesVersion: Invalid value: \"2.0\": must be one of 1.27, 1.28, 1.29, 1.30, 1.31, 1.32,"
                                + " 1.33, 1.34, 1.35, 1.36, 1.37, or a patch of one such as 1.35.2");
        assertThat(console).isEmpty();
    }

    @Test
    void a_directory_is_read_without_hidden_and_built_files(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("a/.git"));
        Files.writeString(directory.resolve("a/.git/x.yaml"), "hidden");
        Files.writeString(directory.resolve("a/one.yaml"), CLASS);
        Files.writeString(directory.resolve("README.md"), "no manifest");
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        Files.createDirectories(directory.resolve("target"));
        Files.writeString(directory.resolve("target/copy.yaml"), CLASS);
        assertThat(new DirectorySource(directory, "").files()).containsExactly(Map.entry("a/one.yaml", CLASS));
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

    private static Path acknowledged(Path directory, String object, String value) throws IOException {
        Path file = directory.resolve("review.yaml");
        Files.writeString(
                file,
                "acknowledged:\n  - object: " + object + "\n    rule: storageclass-immutable\n    value: " + value
                        + "\n    reason: we move to another cloud\n");
        return file;
    }
}
