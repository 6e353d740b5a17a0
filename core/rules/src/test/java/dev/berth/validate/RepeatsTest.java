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

    @Test
    void a_duplicate_in_a_file_is_an_error_at_the_second_object() throws IOException {
        assertThat(linesOf("all.yaml", map("a") + "---\n" + map("b") + "---\n" + map("a")))
                .containsExactly(
                        error("all.yaml:14", "ConfigMap \"a\"", "all.yaml:4"),
                        "3 objects in 1 file: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void a_duplicate_in_a_directory_is_an_error_at_the_second_object() throws IOException {
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
                .contains(error("set/b.yaml:6", "StatefulSet \"s\"", "set/a.yaml:3"));
    }

    @Test
    void a_custom_resource_is_an_object_like_any_other() throws IOException {
        String certificate = "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}}\n";
        assertThat(linesOf("a.yaml", certificate, "b.yaml", certificate))
                .contains(error("b.yaml:1", "Certificate \"c\"", "a.yaml:1"));
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
