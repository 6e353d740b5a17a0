package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    private List<String> linesOf(String... namesAndTexts) throws IOException {
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Path file = directory.resolve(namesAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, namesAndTexts[i + 1]);
        }
        List<String> lines = new ArrayList<>();
        ValidationLines.of(directory, Map.of(), List.of(), lines::add);
        return lines;
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }

    private static String error(String place, String object, String earlier) {
        return place + ": error: " + object + ": metadata.name: the same object is at " + earlier
                + ". If both are applied, the later one silently replaces the earlier one. Remove one of them, or"
                + " rename one. (object-twice)";
    }

    private static String service(String name, int port) {
        return "{apiVersion: v1, kind: Service, metadata: {name: " + name
                + "}, spec: {type: ExternalName, externalName: example.com, ports: [{port: " + port + "}]}}\n";
    }

    @Test
    void a_duplicate_in_a_file_is_an_error_at_the_second_object() throws IOException {
        assertThat(linesOf("all.yaml", map("a") + "---\n" + map("b") + "---\n" + map("a")))
                .containsExactly(
                        error("all.yaml:14", "ConfigMap \"a\"", "all.yaml:4"),
                        "3 objects in 1 file: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void a_duplicate_with_the_same_fields_harms_nothing_and_is_a_warning() throws IOException {
        assertThat(linesOf("all.yaml", service("a", 80) + "---\n" + service("a", 80)))
                .containsExactly(
                        "all.yaml:3: warning: Service \"a\": metadata.name: the same object with the same fields is at"
                                + " all.yaml:1. Remove one of them, or rename one. (object-twice)",
                        "2 objects in 1 file: 0 errors, 1 warning, 0 notes");
    }

    @Test
    void files_of_a_directory_that_share_their_objects_are_alternatives() throws IOException {
        assertThat(linesOf(
                        "mail/plain.yaml",
                        service("a", 80) + "---\n" + service("b", 80) + "---\n" + service("c", 80),
                        "mail/secure.yaml",
                        service("a", 443) + "---\n" + service("b", 443)))
                .containsExactly(
                        "mail/secure.yaml:1: note: Service \"a\": metadata.name: the same object is at"
                                + " mail/plain.yaml:1, and 1 more of this file are there too. That is right for"
                                + " alternatives, of which a cluster gets one: kubectl apply -f mail/secure.yaml. If"
                                + " both are applied, the later one replaces the earlier one. (object-in-two-files)",
                        "5 objects in 2 files: 0 errors, 0 warnings, 1 note");
    }

    @Test
    void a_copied_name_in_another_file_of_the_directory_is_a_warning() throws IOException {
        assertThat(linesOf(
                        "a.yaml",
                        service("web", 80) + "---\n" + map("web"),
                        "b.yaml",
                        map("api") + "---\n" + service("web", 90)))
                .containsExactly(
                        "b.yaml:6: warning: Service \"web\": metadata.name: the same object is at a.yaml:1. If both"
                                + " files are applied, the later one silently replaces the earlier one. Remove one of"
                                + " them, or rename one. (object-in-two-files)",
                        "4 objects in 2 files: 0 errors, 1 warning, 0 notes");
    }

    @Test
    void an_object_that_two_files_repeat_with_the_same_fields_is_not_reported() throws IOException {
        String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n---\n";
        assertThat(linesOf("a.yaml", namespace + map("a"), "b.yaml", namespace + map("b")))
                .containsExactly("4 objects in 2 files: 0 errors, 0 warnings, 0 notes");
    }

    @Test
    void the_nearest_duplicate_is_named() throws IOException {
        assertThat(linesOf("a/x.yaml", map("m"), "b/x.yaml", map("m") + "---\n" + map("m")))
                .contains(error("b/x.yaml:9", "ConfigMap \"m\"", "b/x.yaml:4"));
    }

    @Test
    void a_workload_in_two_files_of_a_directory_is_an_alternative_in_any_form() throws IOException {
        String gone = "apiVersion: apps/v1beta1\nkind: StatefulSet\nmetadata: {name: s}\n";
        String list = """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: apps/v1
                  kind: StatefulSet
                  metadata: {name: s}
                """;
        assertThat(linesOf("set/a.yaml", gone, "set/b.yaml", list))
                .contains("set/b.yaml:6: note: StatefulSet \"s\": metadata.name: the same object is at set/a.yaml:3."
                        + " That is right for alternatives, of which a cluster gets one: kubectl apply -f set/b.yaml."
                        + " If both are applied, the later one replaces the earlier one. (object-in-two-files)");
    }

    @Test
    void a_custom_resource_is_an_object_like_any_other() throws IOException {
        String certificate = "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}}\n";
        assertThat(linesOf("a.yaml", certificate, "b.yaml", certificate))
                .anyMatch(line -> line.startsWith("b.yaml:1: note: Certificate \"c\": metadata.name: the same object"));
    }

    @Test
    void a_different_group_kind_namespace_or_name_is_a_different_object() throws IOException {
        assertThat(linesOf("all.yaml", """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: other}}
                ---
                {apiVersion: example.com/v1, kind: ConfigMap, metadata: {name: a}}
                ---
                {apiVersion: batch/v1, kind: Job, metadata: {generateName: j-}, spec: {template: {spec:
                  {restartPolicy: Never, containers: [{name: c, image: "c:1"}]}}}}
                ---
                {apiVersion: batch/v1, kind: Job, metadata: {generateName: j-}, spec: {template: {spec:
                  {restartPolicy: Never, containers: [{name: c, image: "c:1"}]}}}}
                """)).noneMatch(line -> line.contains("(object-"));
    }

    @Test
    void a_cluster_scoped_object_is_the_same_whatever_its_namespace() throws IOException {
        assertThat(linesOf("all.yaml", """
                {apiVersion: v1, kind: Namespace, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: a, namespace: a}}
                """)).contains(error("all.yaml:3", "Namespace \"a\"", "all.yaml:1"));
    }

    @Test
    void variants_in_separate_directories_are_a_note_for_each_two_of_them() throws IOException {
        String three = map("a") + "---\n" + map("b") + "---\n" + map("c");
        assertThat(linesOf("aws/all.yaml", three, "gke/all.yaml", three, "gke/more/a.yaml", map("a")))
                .containsExactly(
                        "gke/all.yaml:4: note: ConfigMap \"a\": metadata.name: the same object is at aws/all.yaml:4,"
                                + " and 2 more of this directory are there too. That is right for variants; if both"
                                + " are applied, the later one replaces the earlier one. (object-in-two-directories)",
                        "gke/more/a.yaml:4: note: ConfigMap \"a\": metadata.name: the same object is at"
                                + " aws/all.yaml:4. That is right for variants; if both are applied, the later one"
                                + " replaces the earlier one. (object-in-two-directories)",
                        "7 objects in 3 files: 0 errors, 0 warnings, 2 notes");
    }

    @Test
    void patches_of_a_kustomization_are_not_duplicates() throws IOException {
        assertThat(linesOf(
                        "kustomization.yaml",
                        "resources: [base.yaml]\npatches: [{path: patch.yaml}]\n",
                        "base.yaml",
                        map("a"),
                        "patch.yaml",
                        map("a")))
                .noneMatch(line -> line.contains("(object-"));
    }

    @Test
    void any_number_of_objects_is_distinguished() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("{apiVersion: v1, kind: ConfigMap, metadata: {name: c")
                    .append(i)
                    .append("}}\n---\n");
        }
        text.append("{apiVersion: v1, kind: ConfigMap, metadata: {name: c17}}\n");
        assertThat(linesOf("all.yaml", text.toString()))
                .containsExactly(
                        error("all.yaml:6001", "ConfigMap \"c17\"", "all.yaml:35"),
                        "3001 objects in 1 file: 1 error, 0 warnings, 0 notes");
    }
}
