package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.ApplyOptions;
import dev.berth.review.DirectorySource;
import dev.berth.review.FileSource;
import dev.berth.review.SeveralSources;
import dev.berth.review.TreeSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of {@code kubectl get} as one of the two trees of a review. */
class ClusterOutputReviewTest {
    private static final String OUTPUT = """
            apiVersion: v1
            items:
            - apiVersion: v1
              data:
                LOG_LEVEL: info
              kind: ConfigMap
              metadata:
                annotations:
                  kubectl.kubernetes.io/last-applied-configuration: |
                    {"apiVersion":"v1","data":{"LOG_LEVEL":"info"},"kind":"ConfigMap","metadata":{"annotations":{},"name":"shop","namespace":"shop"}}
                creationTimestamp: "2026-11-29T01:40:05Z"
                name: shop
                namespace: shop
                resourceVersion: "47955"
                uid: b493e1db-f797-4e6d-b7f9-2e574bfd23b5
            - apiVersion: v1
              data:
                ca.crt: "-----BEGIN CERTIFICATE-----"
              kind: ConfigMap
              metadata:
                creationTimestamp: "2026-11-29T01:40:04Z"
                name: kube-root-ca.crt
                namespace: shop
                resourceVersion: "47901"
                uid: 06eb5545-f476-44a4-a65b-26056db7c4a7
            kind: List
            metadata:
              resourceVersion: ""
            """;

    @TempDir
    private Path directory;

    private final List<String> console = new ArrayList<>();

    @Test
    void a_file_with_a_list_is_compared_with_a_rendered_tree() throws Exception {
        Path output = Files.writeString(directory.resolve("cluster.yaml"), OUTPUT);
        assertThat(review(FileSource.of(output, "dumps"), tree("shop", "info"))).isEmpty();
        assertThat(console).containsExactly("No change for the cluster.");
    }

    @Test
    void standard_input_is_compared_as_well() throws Exception {
        TreeSource input = FileSource.of(new ByteArrayInputStream(OUTPUT.getBytes(StandardCharsets.UTF_8)));
        assertThat(review(input, tree("shop", "debug"))).isEmpty();
        assertThat(console)
                .containsSubsequence(
                        "In place: ConfigMap shop.",
                        "ConfigMap \"shop\" in namespace \"shop\"  (tree/shop/shop.yaml:6)",
                        "    data[LOG_LEVEL]: info -> debug");
    }

    @Test
    void an_object_that_stays_is_reported_where_the_output_contains_it() throws Exception {
        Path output =
                Files.writeString(directory.resolve("cluster.yaml"), OUTPUT.replace("name: shop\n", "name: old\n"));
        assertThat(review(FileSource.of(output, "dumps"), tree("shop", "info"))).isEmpty();
        assertThat(console)
                .containsSubsequence(
                        "ConfigMap \"old\" in namespace \"shop\"  (dumps/cluster.yaml:6)", "  IN PLACE  [remains]");
    }

    @Test
    void several_directories_are_one_tree() throws Exception {
        Path output = Files.writeString(directory.resolve("cluster.yaml"), OUTPUT);
        tree("shop", "info");
        Files.createDirectories(directory.resolve("more"));
        Files.writeString(
                directory.resolve("more/extra.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra, namespace: shop}\n");
        TreeSource both = new SeveralSources(List.of(
                new DirectorySource(directory.resolve("tree/shop"), "tree/shop"),
                new DirectorySource(directory.resolve("more"), "more")));
        assertThat(review(FileSource.of(output, ""), both)).isEmpty();
        assertThat(console).contains("Created: ConfigMap extra.");
    }

    @Test
    void a_cluster_runs_only_one_of_several_trees() throws Exception {
        Path output = Files.writeString(directory.resolve("cluster.yaml"), OUTPUT);
        tree("shop", "info");
        TreeSource trees = tree("stage", "info");
        assertThat(review(FileSource.of(output, ""), trees))
                .contains("The trees cannot be reviewed:\n" + directory.resolve("tree")
                        + " contains several trees, and a cluster runs one of them: name its directory: shop, stage");
    }

    @Test
    void an_empty_output_is_an_error_and_not_an_empty_cluster() throws Exception {
        TreeSource input = FileSource.of(new ByteArrayInputStream(new byte[0]));
        assertThat(review(input, tree("shop", "info")))
                .contains("The trees cannot be reviewed:\nstandard input is empty");
    }

    private TreeSource tree(String name, String level) throws Exception {
        Path tree = Files.createDirectories(directory.resolve("tree/" + name));
        Files.writeString(
                tree.resolve("shop.yaml"),
                "# Rendered by Berth from com.example.Shop for " + name + ": shop.yaml\n"
                        + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop, namespace: shop}\n"
                        + "data:\n  LOG_LEVEL: " + level + "\n");
        return new DirectorySource(directory.resolve("tree"), "tree");
    }

    private Optional<String> review(TreeSource before, TreeSource after) {
        return new ReviewCommand(
                        before,
                        after,
                        Optional.empty(),
                        List.of(),
                        Set.of("REFUSED", "DATA_LOSS"),
                        Optional.empty(),
                        Optional.empty(),
                        ApplyOptions.DEFAULT)
                .run(new Lines(console::add))
                .failure();
    }
}
