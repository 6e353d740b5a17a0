package dev.berth.rules.pod;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

/** Selectors that go by the labels which each pod has itself. */
class LabelKeysTest {
    private static String labelled(String spec) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, labels: {app: a, v: "1"}}
                spec:
                  containers: [{name: c, image: "nginx:1.27"}]
                """ + spec.indent(2);
    }

    @Test
    void a_pod_has_the_labels_that_it_matches_by_key_in_its_selectors_already() {
        String spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule,"
                + " matchLabelKeys: [%s], labelSelector: {matchLabels: {app: a}}}]";
        Expectation.of(labelled(spread.formatted("v"))).isAccepted();
        Expectation.of(labelled(spread.formatted("v, app")))
                .finds("spread-label-keys FieldValueInvalid spec.topologySpreadConstraints[0][1]");
        Expectation.of(labelled(spread.formatted("v, v")))
                .finds("spread-label-keys FieldValueInvalid spec.topologySpreadConstraints[0][1]");
        Expectation.ofPod(spread.formatted("app")).isAccepted();
    }

    @Test
    void a_pod_has_the_labels_of_its_affinity_in_the_selectors_already() {
        String affinity = """
                affinity:
                  podAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: zone
                      labelSelector: {matchLabels: {app: a}}
                      matchLabelKeys: [%s]
                      mismatchLabelKeys: [%s]
                """;
        String term = "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]";
        Expectation.of(labelled(affinity.formatted("v", "app"))).isAccepted();
        Expectation.of(labelled(affinity.formatted("app", "")))
                .finds("affinity-label-keys FieldValueInvalid " + term + "[0]");
        Expectation.of(labelled(affinity.formatted("v", "v")))
                .finds(
                        "affinity-label-keys FieldValueInvalid " + term + "[0]",
                        "affinity-label-keys FieldValueInvalid " + term + ".matchLabelKeys[0]");
    }

    @Test
    void label_keys_need_a_selector_and_are_not_looked_at_without_one() {
        Expectation.ofPod("topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule,"
                        + " matchLabelKeys: ['no key']}]")
                .finds("spread-label-keys FieldValueForbidden spec.topologySpreadConstraints[0].matchLabelKeys");
    }

    @Test
    void a_template_may_select_by_a_label_that_its_pods_match_by_key() {
        Expectation.of("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec:
                  selector: {matchLabels: {app: a}}
                  template:
                    metadata: {labels: {app: a}}
                    spec:
                      containers: [{name: c, image: nginx}]
                      topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: zone
                        whenUnsatisfiable: DoNotSchedule
                        matchLabelKeys: [app]
                        labelSelector: {matchLabels: {app: a}}
                """).isAccepted();
    }
}
