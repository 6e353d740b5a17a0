package dev.berth.rules.update;

import static dev.berth.rules.update.UpdateAnswer.toUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateRulesTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: j}
            spec:
              suspend: %s
              template:
                metadata: {labels: {a: b}}
                spec:
                  restartPolicy: Never
                  affinity: %s
                  nodeSelector: %s
                  containers: [{name: c, image: %s, resources: %s}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                        + " [{matchExpressions: [{key: z, operator: Exists}]}]}}};{};nginx:1;{}",
                "{};{disk: ssd};nginx:1;{}",
                "null;{};nginx:1;'{requests: {cpu: 1}}'",
            })
    void a_suspended_job_may_be_placed_and_sized_otherwise(
            String affinity, String selector, String image, String resources) {
        String stands = JOB.formatted("true", "null", "{}", "nginx:1", "{}");
        String changed = JOB.formatted("true", affinity, selector, image, resources);
        assertThat(toUpdate(stands, changed)).isEmpty();
        assertThat(toUpdate(changed, stands)).isEmpty();
        assertThat(toUpdate(stands.replace("suspend: true", "suspend: false"), changed))
                .containsExactly("job-spec-immutable FieldValueInvalid spec.template");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null;nginx:2",
                "{podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z}]}};nginx:1",
            })
    void a_suspended_job_keeps_the_rest_of_its_template(String affinity, String image) {
        String stands = JOB.formatted("true", "null", "{}", "nginx:1", "{}");
        String changed = JOB.formatted("true", affinity, "{}", image, "{}");
        assertThat(toUpdate(stands, changed))
                .containsExactly("job-spec-immutable FieldValueInvalid spec.template.spec");
        assertThat(toUpdate(changed, stands))
                .containsExactly("job-spec-immutable FieldValueInvalid spec.template.spec");
    }

    @Test
    void a_suspended_job_may_lose_the_labels_of_its_template() {
        String stands = JOB.formatted("true", "null", "{}", "nginx:1", "{}");
        String changed = stands.replace("    metadata: {labels: {a: b}}\n", "");
        assertThat(toUpdate(stands, changed)).isEmpty();
        assertThat(toUpdate(changed, stands)).isEmpty();
        assertThat(toUpdate(stands.replace("suspend: true", "suspend: false"), changed))
                .containsExactly("job-spec-immutable FieldValueInvalid spec.template");
    }

    @Test
    void if_a_manifest_cannot_be_read_nothing_else_is_reported() {
        String claim = """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c},
                 spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}}
                """;
        assertThat(toUpdate(claim.formatted("1Gi"), claim.formatted("1Gix")))
                .containsExactly("quantity BadRequest spec.resources.requests.storage");
    }

    @Test
    void the_value_of_a_priority_class_cannot_change() {
        String one = "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: p}, value: %s}";
        assertThat(toUpdate(one.formatted(1), one.formatted(2)))
                .containsExactly("priorityclass-value FieldValueForbidden value");
    }

    @Test
    void a_different_data_source_contradicts_the_data_source_ref_that_the_server_set() {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: c}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                  dataSource: {kind: PersistentVolumeClaim, name: %s}
                """;
        assertThat(toUpdate(claim.formatted("a"), claim.formatted("a"))).isEmpty();
        assertThat(toUpdate(claim.formatted("a"), claim.formatted("b")))
                .containsExactly(
                        "claim-data-sources-match FieldValueInvalid spec",
                        "claim-spec-immutable FieldValueForbidden spec");
    }

    @Test
    void a_data_source_of_another_kind_is_only_dropped_from_a_claim_without_one() {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: c}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                """;
        String snapshot = "  dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: a}\n";
        String backup = "  dataSource: {apiGroup: Backup/example.com, kind: Backup, name: a}\n";
        assertThat(toUpdate(claim, claim + backup)).isEmpty();
        assertThat(toUpdate(claim + snapshot, claim + backup))
                .containsExactly(
                        "claim-data-sources-match FieldValueInvalid spec",
                        "claim-spec-immutable FieldValueForbidden spec");
        assertThat(toUpdate(claim + snapshot, claim + "  dataSource: {kind: VolumeSnapshot, name: a}\n"))
                .containsExactly(
                        "claim-data-source FieldValueInvalid spec.dataSource",
                        "claim-data-sources-match FieldValueInvalid spec",
                        "claim-spec-immutable FieldValueForbidden spec");
    }

    @Test
    void a_scheduling_gate_of_a_pod_may_be_removed_but_not_added() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  schedulingGates: %s
                  containers: [{name: c, image: "nginx:1"}]
                """;
        assertThat(toUpdate(pod.formatted("[{name: a}]"), pod.formatted("[]"))).isEmpty();
        assertThat(toUpdate(pod.formatted("[{name: a}]"), pod.formatted("[{name: a}, {name: b}]")))
                .containsExactly("pod-scheduling-gates FieldValueForbidden spec.schedulingGates[1].name");
    }

    @Test
    void a_pod_with_match_label_keys_cannot_be_applied_again() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, labels: {version: "1"}}
                spec:
                  containers: [{name: c, image: "nginx:1"}]
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - topologyKey: zone
                        matchLabelKeys: [%s]
                        labelSelector: {matchLabels: {app: db}}
                """;
        String changed = pod.replace("nginx:1", "nginx:2");
        assertThat(toUpdate(pod.formatted("version"), changed.formatted("version")))
                .containsExactly("pod-spec-immutable FieldValueForbidden spec");
        assertThat(toUpdate(pod.formatted("absent"), changed.formatted("absent")))
                .isEmpty();
    }

    @Test
    void attachment_and_lifecycle_modes_of_a_csi_driver_cannot_change() {
        String driver = "{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: d.example.com}, spec: {%s}}";
        assertThat(toUpdate(driver.formatted(""), driver.formatted("attachRequired: true, fsGroupPolicy: File")))
                .isEmpty();
        assertThat(toUpdate(driver.formatted("attachRequired: false"), driver.formatted("")))
                .containsExactly("csidriver-immutable FieldValueInvalid spec.attachedRequired");
        assertThat(toUpdate(
                        driver.formatted("volumeLifecycleModes: [Persistent]"),
                        driver.formatted("volumeLifecycleModes: [Persistent, Ephemeral]")))
                .containsExactly("csidriver-immutable FieldValueInvalid spec.volumeLifecycleModes");
    }

    @Test
    void the_scopes_of_a_quota_cannot_change() {
        String quota =
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: %s}, scopes: %s}}";
        assertThat(toUpdate(
                        quota.formatted(1, "[BestEffort, Terminating]"),
                        quota.formatted(2, "[Terminating, BestEffort]")))
                .isEmpty();
        assertThat(toUpdate(quota.formatted(1, "[BestEffort]"), quota.formatted(1, "[]")))
                .containsExactly("resourcequota-scopes FieldValueInvalid spec.scopes");
    }

    @Test
    void a_volume_attributes_class_cannot_change() {
        String attributes = """
                apiVersion: storage.k8s.io/v1
                kind: VolumeAttributesClass
                metadata: {name: fast}
                driverName: %s
                parameters: {iops: "%s"}
                """;
        assertThat(toUpdate(attributes.formatted("a.b", 1), attributes.formatted("a.b", 1)))
                .isEmpty();
        assertThat(toUpdate(attributes.formatted("a.b", 1), attributes.formatted("c.d", 2)))
                .containsExactly(
                        "volumeattributesclass-immutable FieldValueForbidden driverName",
                        "volumeattributesclass-immutable FieldValueForbidden parameters");
    }

    @Test
    void an_ingress_may_get_a_class_that_contradicts_its_old_annotation() {
        String ingress = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop, annotations: {kubernetes.io/ingress.class: nginx}}
                spec: {%s defaultBackend: {service: {name: web, port: {number: %s}}}}
                """;
        assertThat(toUpdate(ingress.formatted("", 80), ingress.formatted("ingressClassName: traefik,", 80)))
                .isEmpty();
        assertThat(toUpdate(ingress.formatted("", 80), ingress.formatted("", 70000)))
                .containsExactly("ingress-backend-port FieldValueInvalid spec.defaultBackend.service.port.number");
    }

    @Test
    void of_a_runtime_class_only_the_handler_is_checked_again() {
        String runtime = """
                apiVersion: node.k8s.io/v1
                kind: RuntimeClass
                metadata: {name: gvisor}
                handler: %s
                overhead: {podFixed: {%s: 1}}
                """;
        assertThat(toUpdate(runtime.formatted("runsc", "cpu"), runtime.formatted("runsc", "disk")))
                .isEmpty();
        assertThat(toUpdate(runtime.formatted("runsc", "cpu"), runtime.formatted("kata", "cpu")))
                .containsExactly("runtimeclass-handler FieldValueInvalid handler");
    }
}
