package dev.berth.rules.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Finding;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Stage;
import dev.berth.rules.Verdict;
import dev.berth.rules.server.ApiServerRules;
import dev.berth.rules.server.Expectation;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private static final ApiServerRules RULES = ApiServerRules.of(ClusterFacts.defaults());

    private static List<String> problems(String text) {
        return RULES.verdict(text).findings().stream().map(Finding::text).toList();
    }

    @Test
    void an_unknown_field_is_reported_with_the_most_similar_one() {
        assertThat(problems("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {replica: 1}}"))
                .containsExactly("spec.replica: Malformed: there is no such field. Did you mean \"replicas\"?");
    }

    @Test
    void a_duplicate_key_is_refused() {
        assertThat(problems("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  k: a\n  k: b\n"))
                .containsExactly("data.k: Malformed: the key is a duplicate");
    }

    @Test
    void a_number_in_place_of_a_string_must_be_quoted() {
        assertThat(problems("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {port: 5432}}"))
                .containsExactly("data.port: Malformed: a string is expected, not an integer; put it in quotes");
    }

    @Test
    void a_removed_version_is_reported_with_the_one_that_is_served() {
        assertThat(problems("{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: b}}"))
                .containsExactly("apiVersion: Unknown kind: \"PodDisruptionBudget\" in version \"policy/v1beta1\";"
                        + " PodDisruptionBudget is in policy/v1");
    }

    @Test
    void a_custom_resource_is_not_judged() {
        Verdict verdict = RULES.verdict("{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}}");
        assertThat(verdict.stage()).isEqualTo(Stage.NOT_JUDGED);
        assertThat(verdict.isRefused()).isFalse();
    }

    @Test
    void yaml_is_read_as_kubectl_reads_it() {
        Pod pod = (Pod) ManifestReader.read("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p, labels: {a: "yes"}}
                        spec:
                          automountServiceAccountToken: no
                          activeDeadlineSeconds: 1e3
                          volumes: [{name: v, secret: {secretName: s, defaultMode: 0400, optional: off}}]
                          containers: [&c {name: c, image: i}, {<<: *c, name: d}]
                        """).get(0).decode().orElseThrow();
        assertThat(pod.getSpec().getVolumes().get(0).getSecret().getDefaultMode())
                .isEqualTo(256);
        assertThat(pod.getSpec().getVolumes().get(0).getSecret().getOptional()).isFalse();
        assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSpec().getActiveDeadlineSeconds()).isEqualTo(1000);
        assertThat(pod.getSpec().getContainers().get(1).getImage()).isEqualTo("i");
    }

    @Test
    void documents_and_lists_are_split_and_know_their_lines() {
        String text = """
                # a comment
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: one
                ---
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: two}
                  data:
                    a/b: c
                ---
                # nothing
                ---
                key: [
                """;
        List<ManifestDocument> documents = ManifestReader.read(text);
        assertThat(documents.stream().map(ManifestDocument::name)).containsExactly("one", "two", "");
        assertThat(documents.get(0).lineOf("metadata.name")).isEqualTo(5);
        assertThat(documents.get(1).lineOf("data[a/b]")).isEqualTo(14);
        assertThat(documents.get(1).lineOf("data[nowhere]")).isEqualTo(13);
        assertThat(documents.get(2).verdict().stage()).isEqualTo(Stage.DECODE);
    }

    @Test
    void a_model_object_gets_the_same_verdict_as_its_text() {
        ConfigMap config = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("Bad_Name")
                .endMetadata()
                .addToData("k", "v")
                .build();
        assertThat(RULES.verdict(config).findings().stream().map(Finding::field))
                .containsExactly("metadata.name");
    }

    @Test
    void a_quantity_without_digits_is_zero_and_accepted() {
        for (String amount : new String[] {"Gi", ".", "+", "-", "m", "E", "1.Gi", "1e+5", "1E9999999999"}) {
            Expectation.of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers:"
                            + " [{name: c, image: i, resources: {limits: {cpu: '" + amount + "'}}}]}}")
                    .isAccepted();
        }
        for (String amount : new String[] {"", "e", "i", "1..5", "--1", "0x10", "1_000", "1Ki5"}) {
            Expectation.of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers:"
                            + " [{name: c, image: i, resources: {limits: {cpu: '" + amount + "'}}}]}}")
                    .finds("quantity BadRequest spec.containers[0].resources.limits.cpu");
        }
    }

    @Test
    void a_time_must_be_in_rfc_3339_format() {
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, creationTimestamp: '%s'}}";
        for (String time : new String[] {"2026-01-31T12:00:00Z", "2026-01-31T12:00:00.123456789012+01:00"}) {
            Expectation.of(map.formatted(time)).isAccepted();
        }
        for (String time : new String[] {"", "2026-01-31T12:00Z", "2026-02-30T12:00:00Z", "2026-01-31t12:00:00z"}) {
            Expectation.of(map.formatted(time)).finds("time BadRequest metadata.creationTimestamp");
        }
    }
}
