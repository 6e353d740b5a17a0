package dev.berth.rules.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.server.ServerAnswer;
import dev.berth.rules.server.ServerView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the API server reports for a StatefulSet that must stay as it is: the answers of 1.36 are recorded
 * (RecordedUpdatesTest), those of 1.37 are read from kubernetes#138080.
 */
class StatefulSetUpdateTest {

    private static final ObjectId ID = new ObjectId("apps", "StatefulSet", "demo", "db");

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: demo}
            spec:
              serviceName: db
              replicas: 3
              podManagementPolicy: OrderedReady
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db, tier: data}}
                spec: {containers: [{name: db, image: "db:1"}]}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app: db}}\\n  template | tier: data}}\\n  template | spec.selector
            storage: 1Gi | storage: 2Gi | spec.volumeClaimTemplates
            serviceName: db | serviceName: peers | spec.serviceName
            OrderedReady | Parallel | spec.podManagementPolicy
            """)
    void a_refused_update_names_the_field_since_1_37_and_the_spec_until_1_36(String text, String by, String field) {
        String from = text.replace("\\n", "\n");
        String to = by.replace("\\n", "\n");
        assertThat(fields("1.36", from, to)).containsExactly("spec");
        assertThat(fields("1.37", from, to)).containsExactly(field);
        assertThat(fields("1.37.0", from, to)).containsExactly(field);
    }

    @Test
    void since_1_37_each_immutable_field_is_reported() {
        JsonNode now = read(SET.replace("serviceName: db", "serviceName: peers").replace("OrderedReady", "Parallel"));
        assertThat(refused("1.36", now))
                .extracting(finding -> finding.field() + ": " + finding.message())
                .containsExactly("spec: Forbidden: only the fields replicas, ordinals, template, updateStrategy,"
                        + " revisionHistoryLimit, persistentVolumeClaimRetentionPolicy and minReadySeconds may change");
        assertThat(refused("1.37", now))
                .extracting(finding -> finding.field() + ": " + finding.message())
                .containsExactly(
                        "spec.serviceName: Invalid value: \"peers\": cannot change after the object is created",
                        "spec.podManagementPolicy: Invalid value: \"Parallel\": cannot change after the object is"
                                + " created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.27", "1.36", "1.37"})
    void mutable_fields_and_changes_that_the_server_does_not_see_are_accepted(String version) {
        assertThat(fields(version, "replicas: 3", "replicas: 5")).isEmpty();
        assertThat(fields(version, "db:1", "db:2")).isEmpty();
        assertThat(fields(version, "storage: 1Gi", "storage: 1024Mi")).isEmpty();
        assertThat(fields(version, "  podManagementPolicy: OrderedReady\n", "")).isEmpty();
        assertThat(fields(version, "- metadata", "- apiVersion: v1\n      kind: PersistentVolumeClaim\n      metadata"))
                .isEmpty();
    }

    private static List<String> fields(String version, String text, String by) {
        assertThat(SET).contains(text);
        return refused(version, read(SET.replace(text, by))).stream()
                .map(Finding::field)
                .toList();
    }

    private static List<Finding> refused(String version, JsonNode now) {
        JsonNode written = read(SET);
        Surroundings surroundings = new Surroundings(KubernetesVersion.of(version), Map.of(), false, true);
        return new ServerAnswer(ClusterFacts.defaults(), surroundings)
                .toApply(ID, written, ServerView.of(written), now);
    }

    private static JsonNode read(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
