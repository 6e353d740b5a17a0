package dev.berth.rules.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.VersionRules;
import dev.berth.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRulesTest {

    private static final String MAX_UNAVAILABLE = """
            apiVersion: apps/v1
            kind: StatefulSet
            spec: {updateStrategy: {rollingUpdate: {maxUnavailable: 2}}}
            """;

    @Test
    void a_newer_field_is_reported_with_the_version_that_has_it() {
        String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, spec: {volumeAttributesClassName: gold}}";
        assertThat(check(claim, "1.28"))
                .containsExactly(
                        "spec.volumeAttributesClassName: Kubernetes 1.28 does not have it: it was added in 1.29"
                                + " behind the feature gate VolumeAttributesClass, which is on by default since 1.34.");
        assertThat(check(claim, "1.33"))
                .containsExactly("spec.volumeAttributesClassName: Kubernetes 1.33 has it only behind the feature gate"
                        + " VolumeAttributesClass, which is on by default since 1.34.");
        assertThat(check(claim, "1.34")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.34", "1.34.9", "1.35.4", "1.35", "1.36.0", "1.36"})
    void a_field_that_is_switched_off_is_reported_with_the_versions_in_which_it_is_on(String version) {
        assertThat(check(MAX_UNAVAILABLE, version))
                .containsExactly("spec.updateStrategy.rollingUpdate.maxUnavailable: Kubernetes " + version
                        + " has it only behind the feature gate MaxUnavailableStatefulSet, which is on by default in"
                        + " 1.35.0 to 1.35.3 and since 1.37.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.35.0", "1.35.3", "1.37.0", "1.37"})
    void a_field_is_accepted_in_each_range_of_versions_that_has_it(String version) {
        assertThat(check(MAX_UNAVAILABLE, version)).isEmpty();
    }

    @Test
    void a_field_that_no_version_has_by_default_is_reported_as_such() {
        assertThat(check("{apiVersion: v1, kind: Pod, spec: {schedulingGroup: {podGroupName: a}}}", "1.37"))
                .containsExactly("spec.schedulingGroup: Kubernetes 1.37 has it only behind the feature gate"
                        + " GenericWorkload, which is off by default in every version.");
    }

    @Test
    void a_volume_type_that_was_switched_off_is_reported_with_the_last_version_that_has_it() {
        assertThat(check("{apiVersion: v1, kind: Pod, spec: {volumes: [{name: a, gitRepo: {}}]}}", "1.33"))
                .containsExactly("spec.volumes[0].gitRepo: Kubernetes 1.33 has it only behind the feature gate"
                        + " GitRepoVolumeDriver, which is on by default up to 1.32.");
    }

    @Test
    void a_newer_value_is_distinguished_from_older_ones() {
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
                        + " Kubernetes 1.28 has it only behind the feature gate SidecarContainers, which is on by"
                        + " default since 1.29.");
        assertThat(check(sidecar, "1.29")).isEmpty();
    }

    @Test
    void a_removed_provisioner_is_reported_with_the_version() {
        String storageClass = "{apiVersion: storage.k8s.io/v1, kind: StorageClass, provisioner: kubernetes.io/rbd}";
        assertThat(check(storageClass, "1.30")).isEmpty();
        assertThat(check(storageClass, "1.31"))
                .containsExactly("provisioner: \"kubernetes.io/rbd\": Kubernetes 1.31 does not have it: it was"
                        + " removed in 1.31.");
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1beta1, StatefulSet, 1.16, apps/v1",
        "storage.k8s.io/v1beta1, StorageClass, 1.22, storage.k8s.io/v1",
        "policy/v1beta1, PodDisruptionBudget, 1.25, policy/v1",
        "batch/v1beta1, CronJob, 1.25, batch/v1",
        "storage.k8s.io/v1beta1, VolumeAttributesClass, 1.37, storage.k8s.io/v1",
        "networking.k8s.io/v1beta1, ServiceCIDR, 1.37, networking.k8s.io/v1",
        "certificates.k8s.io/v1alpha1, ClusterTrustBundle, 1.37, certificates.k8s.io/v1"
    })
    void an_api_version_that_was_removed_names_the_one_to_use(
            String apiVersion, String kind, String removed, String use) {
        assertThat(check("{apiVersion: %s, kind: %s}".formatted(apiVersion, kind), "1.37"))
                .containsExactly("apiVersion: Kubernetes 1.37 does not serve %s of %s: it was removed in %s. Use %s."
                        .formatted(kind, apiVersion, removed, use));
    }

    @ParameterizedTest
    @CsvSource({
        "storage.k8s.io/v1, VolumeAttributesClass, 1.33, 1.34, storage.k8s.io/v1beta1",
        "certificates.k8s.io/v1, ClusterTrustBundle, 1.36, 1.37, certificates.k8s.io/v1beta1",
        "certificates.k8s.io/v1, PodCertificateRequest, 1.36.2, 1.37, certificates.k8s.io/v1beta1",
        "resource.k8s.io/v1, DeviceTaintRule, 1.36, 1.37, resource.k8s.io/v1beta2",
        "storagemigration.k8s.io/v1, StorageVersionMigration, 1.36, 1.37, storagemigration.k8s.io/v1beta1"
    })
    void an_api_version_that_was_added_later_names_the_one_to_use_until_then(
            String apiVersion, String kind, String before, String added, String use) {
        String object = "{apiVersion: %s, kind: %s}".formatted(apiVersion, kind);
        assertThat(check(object, before))
                .containsExactly(("apiVersion: Kubernetes %s does not serve %s of %s: it was added in %s. Use %s, or a"
                                + " newer version.")
                        .formatted(before, kind, apiVersion, added, use));
        assertThat(check(object, added)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.berth.cluster.KubernetesVersion#supported")
    void what_every_version_has_is_never_reported(KubernetesVersion version) {
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
    @MethodSource("dev.berth.cluster.KubernetesVersion#supported")
    void a_version_reads_as_it_is_written(KubernetesVersion version) {
        assertThat(KubernetesVersion.of(version.toString())).isEqualTo(version);
    }

    @Test
    void a_patch_is_a_separate_version_before_the_minor_version_without_a_patch() {
        KubernetesVersion patch = KubernetesVersion.of("1.35.2");
        assertThat(patch).hasToString("1.35.2").isEqualTo(KubernetesVersion.of("1.35.2"));
        assertThat(patch).isNotEqualTo(KubernetesVersion.V1_35).isLessThan(KubernetesVersion.V1_35);
        assertThat(patch).isGreaterThan(KubernetesVersion.of("1.35.1")).isGreaterThan(KubernetesVersion.V1_34);
    }

    @Test
    void the_default_target_is_the_version_that_is_recorded_from_a_live_server() {
        assertThat(KubernetesVersion.recorded()).hasToString("1.36");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.26", "1.38", "1.26.3", "2.0", "1", "v1.35", "1.35.", "1.35.02", "1.35.x", "1.99999999999", ""
            })
    void a_version_that_cannot_be_a_target_is_refused_with_those_that_can(String version) {
        assertThatThrownBy(() -> KubernetesVersion.of(version))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("KubernetesVersion: Invalid value: \"" + version + "\": must be one of 1.27, 1.28, 1.29,"
                        + " 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37, or a patch of one such as 1.35.2");
    }

    @Test
    void every_feature_is_added_before_it_is_on_and_its_ranges_are_in_order() {
        assertThat(Feature.ALL).allSatisfy(feature -> {
            KubernetesVersion previous = KubernetesVersion.of(feature.since(), 0);
            for (VersionRange range : feature.on()) {
                if (!range.first().equals(VersionRange.OLDEST)) {
                    assertThat(range.first().first()).isGreaterThanOrEqualTo(previous);
                }
                assertThat(range.last()).isGreaterThanOrEqualTo(range.first().first());
                previous = range.last();
            }
        });
    }

    @Test
    void every_row_of_the_tables_names_its_source() {
        assertThat(Feature.ALL).isNotEmpty().allSatisfy(feature -> assertThat(feature.source())
                .matches(feature.gate().isEmpty() ? "CHANGELOG-1\\.\\d\\d" : "gate(,(kubernetes#\\d+|KEP-\\d+))*"));
        assertThat(ApiVersion.ALL).isNotEmpty().allSatisfy(row -> assertThat(row.source())
                .matches("guide|lifecycle"));
    }

    private static List<String> check(String yaml, String version) {
        return VersionRules.check(ManifestReader.read(yaml).get(0), KubernetesVersion.of(version)).stream()
                .map(Finding::text)
                .toList();
    }
}
