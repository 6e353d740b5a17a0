package dev.berth.rules.pod;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

/** Selectors that use the values of the pod's own labels. */
class LabelKeysTest {
    private static String labeled(String spec) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, labels: {app: a, v: "1"}}
                spec:
                  containers: [{name: c, image: "nginx:1.27"}]
                """ + spec.indent(2);
    }

    @Test
    void the_selectors_of_a_pod_already_contain_the_labels_of_its_match_label_keys() {
        String spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule,"
                + " matchLabelKeys: [%s], labelSelector: {matchLabels: {app: a}}}]";
        Expectation.of(labeled(spread.formatted("v"))).isAccepted();
        Expectation.of(labeled(spread.formatted("v, app")))
                .finds("spread-label-keys FieldValueInvalid spec.topologySpreadConstraints[0][1]");
        Expectation.of(labeled(spread.formatted("v, v")))
                .finds("spread-label-keys FieldValueInvalid spec.topologySpreadConstraints[0][1]");
        Expectation.ofPod(spread.formatted("app")).isAccepted();
    }

    @Test
    void the_affinity_selectors_of_a_pod_already_contain_the_labels_of_its_match_label_keys() {
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
        Expectation.of(labeled(affinity.formatted("v", "app"))).isAccepted();
        Expectation.of(labeled(affinity.formatted("app", "")))
                .finds("affinity-label-keys FieldValueInvalid " + term + "[0]");
        Expectation.of(labeled(affinity.formatted("v", "v")))
                .finds(
                        "affinity-label-keys FieldValueInvalid " + term + "[0]",
                        "affinity-label-keys FieldValueInvalid " + term + ".matchLabelKeys[0]");
    }

    @Test
    void label_keys_require_a_selector_and_are_not_checked_without_one() {
        Expectation.ofPod("topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule,"
                        + " matchLabelKeys: ['no key']}]")
                .finds("spread-label-keys FieldValueForbidden spec.topologySpreadConstraints[0].matchLabelKeys");
    }

    @Test
    void a_template_may_select_by_a_label_of_its_match_label_keys() {
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
