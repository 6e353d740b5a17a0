package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.report.Report;
import dev.berth.report.ReportContext;
import dev.berth.report.ReportFormat;
import dev.berth.review.Acknowledgements;
import dev.berth.review.Judgement;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Findings are at the line of the field, in a file whose path starts at the root of the repository. */
class LocationsTest {
    private static final String TREE = """
            # A comment of several
            # lines before the object
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: demo
              annotations:
                example.com/a.b: old
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: side
                    image: busybox:1
                  - name: web
                    env:
                    - name: FIRST
                      value: a
                    - name: SECOND
                      value: b
                    image: nginx:1.26
            ---
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Secret
              metadata: {name: one, namespace: demo}
              stringData:
                user: a
                password: b
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: two, namespace: demo}
              data:
                app.properties: a
            """;

    @Test
    void a_finding_is_at_the_line_of_its_field() {
        assertThat(lines(TREE, TREE.replace("nginx:1.26", "nginx:1.27"))).containsExactly("generated/a.yaml:24");
        assertThat(lines(TREE, TREE.replace("value: b", "value: c"))).containsExactly("generated/a.yaml:23");
        assertThat(lines(TREE, TREE.replace(": old", ": new"))).containsExactly("generated/a.yaml:9");
        assertThat(lines(TREE, TREE.replace("password: b", "password: c"))).containsExactly("generated/a.yaml:34");
        assertThat(lines(TREE, TREE.replace("properties: a", "properties: b"))).containsExactly("generated/a.yaml:39");
    }

    @Test
    void a_finding_for_a_removed_field_is_at_its_parent() {
        assertThat(lines(TREE, TREE.replace("        - name: SECOND\n          value: b\n", "")))
                .containsExactly("generated/a.yaml:19");
    }

    @Test
    void a_finding_for_a_removed_object_is_at_the_object_in_the_old_tree() {
        assertThat(lines(TREE, TREE.substring(0, TREE.indexOf("- apiVersion: v1\n  kind: ConfigMap"))))
                .containsExactly("generated/a.yaml:36");
    }

    @Test
    void SARIF_names_files_from_the_root_of_the_repository() throws IOException {
        Review review = review(TREE, TREE.replace("nginx:1.26", "nginx:1.27"));
        StringWriter sarif = new StringWriter();
        Report report = ReportFormat.SARIF.start(
                sarif, ReportContext.of(Judgement.of(review, Acknowledgements.none(), Set.of(Effect.REFUSED))));
        for (Finding finding : review.findings()) {
            report.add(finding, Optional.empty());
        }
        report.finish("changes");
        JsonNode place =
                new ObjectMapper().readTree(sarif.toString()).at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("generated/a.yaml");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(24);
    }

    @Test
    void commands_name_files_from_the_root_of_the_repository() {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nimmutable: true\ndata: {k: old}\n";
        assertThat(review(map, map.replace("old", "new")).runbooks().get(0).script())
                .contains(" --filename 'generated/a.yaml'\n");
    }

    private static List<String> lines(String before, String after) {
        return review(before, after).findings().stream()
                .map(LocationsTest::place)
                .distinct()
                .toList();
    }

    private static String place(Finding finding) {
        return finding.location().file() + ":" + finding.location().line();
    }

    private static Review review(String before, String after) {
        return Reviewer.review(
                ObjectTreeReader.read("before", "generated", Map.of("a.yaml", before)),
                ObjectTreeReader.read("after", "generated", Map.of("a.yaml", after)));
    }
}
