package dev.berth.rules.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.rules.Finding;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VersionRulesTest {

    @Test
    void a_field_that_comes_later_names_the_version_that_has_it() {
        String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, spec: {volumeAttributesClassName: gold}}";
        assertThat(check(claim, "1.28"))
                .containsExactly("spec.volumeAttributesClassName: Kubernetes 1.28 does not have it:"
                        + " it is there since 1.29, and it is on by default since 1.34.");
        assertThat(check(claim, "1.33"))
                .containsExactly("spec.volumeAttributesClassName: Kubernetes 1.33 has it only behind the gate"
                        + " VolumeAttributesClass: it is on by default since 1.34.");
        assertThat(check(claim, "1.34")).isEmpty();
    }

    @Test
    void a_field_that_was_switched_off_again_is_said_to_be_so() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                spec: {updateStrategy: {rollingUpdate: {maxUnavailable: 2}}}
                """;
        assertThat(check(set, "1.34"))
                .containsExactly(
                        "spec.updateStrategy.rollingUpdate.maxUnavailable: Kubernetes 1.34 has it only behind the"
                                + " gate MaxUnavailableStatefulSet: it is on by default since 1.35.");
        assertThat(check(set, "1.35")).isEmpty();
        assertThat(check(set, "1.36"))
                .containsExactly(
                        "spec.updateStrategy.rollingUpdate.maxUnavailable: Kubernetes 1.36 does not have it any"
                                + " more: the gate MaxUnavailableStatefulSet is off again since 1.36.");
    }

    @Test
    void a_value_that_comes_later_is_told_from_those_that_were_always_there() {
        String sidecar = """
                apiVersion: batch/v1
                kind: CronJob
                spec:
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          initContainers: [{name: a}, {name: b, restartPolicy: Always}]
                """;
        assertThat(check(sidecar, "1.28"))
                .containsExactly("spec.jobTemplate.spec.template.spec.initContainers[1].restartPolicy: \"Always\":"
                        + " Kubernetes 1.28 has it only behind the gate SidecarContainers: it is on by default since"
                        + " 1.29.");
        assertThat(check(sidecar, "1.29")).isEmpty();
    }

    @Test
    void a_provisioner_that_is_gone_is_said_to_be_so() {
        String storageClass = "{apiVersion: storage.k8s.io/v1, kind: StorageClass, provisioner: kubernetes.io/rbd}";
        assertThat(check(storageClass, "1.30")).isEmpty();
        assertThat(check(storageClass, "1.31"))
                .containsExactly("provisioner: \"kubernetes.io/rbd\": Kubernetes 1.31 does not have it any more:"
                        + " it is gone since 1.31.");
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1beta1, StatefulSet, 1.16, apps/v1",
        "storage.k8s.io/v1beta1, StorageClass, 1.22, storage.k8s.io/v1",
        "policy/v1beta1, PodDisruptionBudget, 1.25, policy/v1",
        "batch/v1beta1, CronJob, 1.25, batch/v1"
    })
    void an_api_version_that_is_gone_names_the_one_to_use(String apiVersion, String kind, String gone, String use) {
        assertThat(check("{apiVersion: %s, kind: %s}".formatted(apiVersion, kind), "1.36"))
                .containsExactly("apiVersion: Kubernetes 1.36 serves no %s of %s any more: it is gone since %s. Use %s."
                        .formatted(kind, apiVersion, gone, use));
    }

    @Test
    void an_api_version_that_comes_later_names_the_one_to_use_until_then() {
        String attributes = "{apiVersion: storage.k8s.io/v1, kind: VolumeAttributesClass, driverName: d}";
        assertThat(check(attributes, "1.33"))
                .containsExactly("apiVersion: Kubernetes 1.33 serves no VolumeAttributesClass of storage.k8s.io/v1:"
                        + " it is there since 1.34. Use storage.k8s.io/v1beta1, or a newer version.");
        assertThat(check(attributes, "1.34")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_every_version_has_is_found_in_none(KubernetesVersion version) {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                spec:
                  serviceName: db
                  ordinals: {start: 1}
                  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain}
                  volumeClaimTemplates: [{spec: {accessModes: [ReadWriteOncePod]}}]
                  template:
                    spec:
                      restartPolicy: Always
                      containers: [{name: db, resources: {requests: {cpu: 1}}, lifecycle: {preStop: {exec: {}}}}]
                      volumes: [{name: a, emptyDir: {}}, {name: b, projected: {sources: [{configMap: {name: c}}]}}]
                """;
        assertThat(check(set, version.toString())).isEmpty();
        assertThat(check("{apiVersion: v1, kind: Pod}", version.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_version_reads_as_it_is_written(KubernetesVersion version) {
        assertThat(KubernetesVersion.of(version.toString())).isEqualTo(version);
    }

    @Test
    void the_newest_version_is_the_last_one() {
        assertThat(KubernetesVersion.newest()).hasToString("1.36");
    }

    @Test
    void a_version_that_is_not_known_names_those_that_are() {
        assertThatThrownBy(() -> KubernetesVersion.of("1.26"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("KubernetesVersion: Invalid value: \"1.26\": must be one of 1.27, 1.28, 1.29, 1.30, 1.31,"
                        + " 1.32, 1.33, 1.34, 1.35, 1.36");
    }

    @Test
    void every_row_of_the_tables_is_in_order() {
        for (Feature feature : Feature.ALL) {
            assertThat(feature.since()).as(feature.toString()).isLessThanOrEqualTo(feature.on());
            assertThat(feature.off()).as(feature.toString()).isGreaterThan(feature.since());
        }
    }

    private static List<String> check(String yaml, String version) {
        return VersionRules.check(ManifestReader.read(yaml).get(0), KubernetesVersion.of(version)).stream()
                .map(Finding::toString)
                .toList();
    }
}
