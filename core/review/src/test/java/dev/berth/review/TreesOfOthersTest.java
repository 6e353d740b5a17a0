package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.finding.Finding;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.model.UnreadableTreeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees as they are found: with copies, with lists, and as the source of another tool. */
class TreesOfOthersTest {
    private static final String ACCOUNT = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: ledger, namespace: bank}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: ledger, namespace: bank}
            spec: {selector: {app: ledger}, ports: [{port: 80}]}
            """;
    private static final String SAME_ACCOUNT = """
            # The same object in another order.
            kind: ServiceAccount
            apiVersion: v1
            metadata:
              namespace: bank
              name: ledger
            """;

    @Test
    void an_object_that_appears_twice_with_the_same_content_counts_once() {
        ObjectTree before = read(Map.of("base/a.yaml", ACCOUNT, "all.yaml", SAME_ACCOUNT + "---\n" + SERVICE));
        ObjectTree after = read(Map.of(
                "base/a.yaml", ACCOUNT, "all.yaml", SAME_ACCOUNT + "---\n" + SERVICE.replace("port: 80", "port: 81")));
        assertThat(Reviewer.review(before, after).findings())
                .extracting(Finding::field)
                .containsExactly("spec.ports[80]", "spec.ports[81]");
    }

    @Test
    void an_object_that_appears_twice_with_other_contents_stops_the_review() {
        assertThatThrownBy(() -> read(
                        Map.of("a.yaml", ACCOUNT, "b.yaml", ACCOUNT.replace("bank}", "bank, labels: {app: ledger}}"))))
                .isInstanceOf(UnreadableTreeException.class)
                .hasMessage("tree: b.yaml:1: ServiceAccount \"ledger\" in namespace \"bank\" is a duplicate with other"
                        + " contents; it is also at a.yaml:1");
    }

    @Test
    void the_source_of_a_Helm_chart_is_rendered_first() {
        Map<String, String> chart = Map.of(
                "charts/ledger/Chart.yaml", "apiVersion: v2\nname: ledger\nversion: 1.0.0\n",
                "charts/ledger/values.yaml", "replicas: 1\n",
                "charts/ledger/templates/set.yaml", "kind: Service\nmetadata: {name: {{ .Release.Name }}}\n",
                "more.yaml", SERVICE);
        assertThatThrownBy(() -> read(chart))
                .isInstanceOf(UnreadableTreeException.class)
                .hasMessage(
                        "tree: deploy/charts/ledger is the source of a Helm chart, which is not applied as it is. Render"
                                + " it, and review what it renders: helm template ledger deploy/charts/ledger --output-dir"
                                + " rendered");
    }

    @Test
    void what_a_Helm_chart_rendered_is_reviewed() {
        assertThat(read(Map.of("ledger/Chart.yaml", "name: ledger\n", "ledger/templates/set.yaml", SERVICE))
                        .objects())
                .hasSize(1);
    }

    @Test
    void the_source_of_Kustomize_is_rendered_first() {
        Map<String, String> source = Map.of(
                "base/kustomization.yaml", "resources: [service.yaml]\n",
                "base/service.yaml", SERVICE,
                "overlays/test/kustomization.yml", "resources: [../../base]\nnamePrefix: test-\n",
                "overlays/live/kustomization.yaml", "resources:\n- ../../base\npatches:\n- path: ports.yaml\n",
                "overlays/live/ports.yaml", SERVICE.replace("port: 80", "port: 443"));
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(UnreadableTreeException.class)
                .extracting(e -> ((UnreadableTreeException) e).problems())
                .isEqualTo(List.of(
                        "tree: deploy/overlays/live is the source of Kustomize, which is not applied as it is. Render it, and"
                                + " review what it renders: kubectl kustomize deploy/overlays/live > rendered.yaml",
                        "tree: deploy/overlays/test is the source of Kustomize, which is not applied as it is. Render it, and"
                                + " review what it renders: kubectl kustomize deploy/overlays/test > rendered.yaml"));
    }

    @Test
    void a_kustomization_that_only_lists_files_changes_nothing() {
        assertThat(read(Map.of("kustomization.yaml", "resources: [service.yaml]\n", "service.yaml", SERVICE))
                        .objects())
                .hasSize(1);
    }

    @Test
    void a_kustomization_without_an_extension_is_one_too() {
        assertThatThrownBy(() -> read(Map.of(
                        "Kustomization", "resources: [service.yaml]\nnamePrefix: x-\n", "service.yaml", SERVICE)))
                .isInstanceOf(UnreadableTreeException.class)
                .hasMessage(
                        "tree: deploy is the source of Kustomize, which is not applied as it is. Render it, and review"
                                + " what it renders: kubectl kustomize deploy > rendered.yaml");
        assertThat(TreeSource.isManifest("base/Kustomization")).isTrue();
        assertThat(TreeSource.isManifest("base/Service.YAML")).isTrue();
        assertThat(TreeSource.isManifest("base/README.md")).isFalse();
    }

    @Test
    void documents_of_other_programs_and_objects_without_a_name_of_their_own_do_not_stop_a_review() {
        Map<String, String> before = Map.of(
                "service.yaml", SERVICE,
                "patch.yaml", "- {op: remove, path: /spec/replicas}\n",
                "login.yaml", "apiVersion: v1\nkind: Config\ncurrent-context: test\n",
                "values.yaml", "replicas: 1\n",
                "job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: load-}\n");
        ObjectTree tree = read(before);
        assertThat(tree.objects()).hasSize(1);
        assertThat(Reviewer.review(tree, tree).findings()).isEmpty();
    }

    @Test
    void a_file_in_UTF_16_is_text(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve("service.yaml"), ("\uFEFF" + SERVICE).getBytes(StandardCharsets.UTF_16LE));
        assertThat(read(new DirectorySource(directory, "").files()).objects()).hasSize(1);
        assertThat(read(FileSource.of(directory.resolve("service.yaml"), "").files())
                        .objects())
                .hasSize(1);
        Files.write(directory.resolve("service.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> new DirectorySource(directory, "").files())
                .isInstanceOf(IOException.class)
                .hasMessage(directory.resolve("service.yaml") + ": not UTF-8");
    }

    @Test
    void each_item_of_a_List_has_its_own_lines() {
        String list = """
                apiVersion: v1
                items:
                - apiVersion: v1
                  data: {level: info}
                  kind: ConfigMap
                  metadata:
                    creationTimestamp: null
                    name: one
                - apiVersion: v1
                  kind: Service
                  metadata: {name: two}
                  spec:
                    ports:
                    - port: 80
                    selector: {app: two}
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: three}
                kind: List
                metadata: {resourceVersion: ""}
                """;
        String after =
                list.replace("info", "debug").replace("port: 80", "port: 81").replace("three", "other");
        List<Finding> findings = Reviewer.review(read(Map.of("all.yaml", list)), read(Map.of("all.yaml", after)))
                .findings();
        assertThat(findings)
                .extracting(finding -> finding.object().name() + " " + finding.field() + " "
                        + finding.location().line())
                .containsExactly(
                        "one data[level] 4",
                        "two spec.ports[80] 13",
                        "two spec.ports[81] 14",
                        "other  17",
                        "three  17");
        assertThatThrownBy(() -> read(Map.of("all.yaml", list.replace("three}", "one}\n  data: {level: warn}"))))
                .hasMessage("tree: all.yaml:16: ConfigMap \"one\" is a duplicate with other contents; it is also at"
                        + " all.yaml:3");
    }

    private static ObjectTree read(Map<String, String> files) {
        return ObjectTreeReader.read("tree", "deploy", files);
    }
}
