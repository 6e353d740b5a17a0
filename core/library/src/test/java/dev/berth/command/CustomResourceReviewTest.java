package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The review of custom resources whose definition is in the tree: what the server refuses of an update. */
class CustomResourceReviewTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Lamp, plural: lamps}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          watts: {type: integer, maximum: 100}
                          color: {type: string}
                          socket:
                            type: string
                            x-kubernetes-validations:
                            - {rule: self == oldSelf, message: a lamp keeps its socket}
            """;

    private static final String LAMP = """
            ---
            apiVersion: example.com/v1
            kind: Lamp
            metadata: {name: desk, namespace: home}
            spec: {watts: 60, color: red, socket: E27}
            """;

    @Test
    void a_transition_rule_compares_with_the_object_in_the_committed_tree() {
        assertThat(refused(LAMP, LAMP.replace("E27", "E14"))).containsExactly("spec.socket a lamp keeps its socket");
        assertThat(refused(LAMP, LAMP.replace("red", "green"))).isEmpty();
    }

    @Test
    void a_refused_transition_is_not_said_to_be_refused_for_a_new_object() {
        assertThat(Reviewer.review(tree(DEFINITION + LAMP), tree(DEFINITION + LAMP.replace("E27", "E14")))
                        .runbooks())
                .singleElement()
                .satisfies(runbook -> assertThat(runbook.toString())
                        .contains("The CustomResourceDefinition does not allow this value, or not after the old one:"
                                + " correct the manifest, or create an object with a new name."));
    }

    @Test
    void a_value_that_does_not_fit_the_schema_is_refused() {
        assertThat(refused(LAMP, LAMP.replace("watts: 60", "watts: 600")))
                .containsExactly("spec.watts Invalid value: 600: must be at most 100");
    }

    @Test
    void a_value_that_did_not_change_is_not_refused_by_a_new_limit() {
        String before = DEFINITION + LAMP;
        String after = DEFINITION.replace("maximum: 100", "maximum: 40") + LAMP.replace("red", "green");

        assertThat(refusals(before, after)).isEmpty();
        assertThat(refusals(before, after.replace("watts: 60", "watts: 61")))
                .containsExactly("spec.watts Invalid value: 61: must be at most 40");
    }

    @Test
    void a_rule_that_an_unchanged_value_breaks_is_reported_as_a_warning_of_the_server() {
        String stricter = DEFINITION.replace(
                "color: {type: string}",
                "color: {type: string, x-kubernetes-validations: [{rule: self != 'red', message: no red}]}");

        assertThat(Reviewer.review(tree(DEFINITION + LAMP), tree(stricter + LAMP.replace("watts: 60", "watts: 50")))
                        .findings())
                .filteredOn(finding -> finding.object().kind().equals("Lamp"))
                .extracting(CustomResourceReviewTest::fieldAndMessage)
                .containsExactly(
                        "spec.watts The value changes; no pod is replaced.", "spec.color The API server warns: no red");
    }

    @Test
    void a_new_object_is_judged_as_on_creation() {
        assertThat(refusals(DEFINITION, DEFINITION + LAMP.replace("watts: 60", "watts: 600")))
                .containsExactly("spec.watts Invalid value: 600: must be at most 100");
    }

    @Test
    void a_definition_cannot_change_the_kind_that_it_defines() {
        assertThat(refusals(DEFINITION, DEFINITION.replace("kind: Lamp", "kind: Light")))
                .containsExactly("spec.names.kind Invalid value: \"Light\": must not change");
    }

    @Test
    void without_a_definition_nothing_is_refused() {
        assertThat(refusals(LAMP, LAMP.replace("E27", "E14"))).isEmpty();
    }

    private static List<String> refused(String before, String after) {
        return refusals(DEFINITION + before, DEFINITION + after);
    }

    private static List<String> refusals(String before, String after) {
        return Reviewer.review(tree(before), tree(after)).findings().stream()
                .filter(finding -> finding.effect() == Effect.REFUSED)
                .map(CustomResourceReviewTest::fieldAndMessage)
                .toList();
    }

    private static ObjectTree tree(String text) {
        return ObjectTreeReader.read("tree", "", Map.of("tree.yaml", text));
    }

    private static String fieldAndMessage(Finding finding) {
        return finding.field() + " " + finding.message().split("\\. The ", -1)[0];
    }
}
