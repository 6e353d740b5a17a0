package dev.berth.object;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void a_custom_resource_of_a_well_known_project_refers_to_what_its_controller_reads() {
        assertThat(references("""
                        apiVersion: cert-manager.io/v1
                        kind: Certificate
                        metadata: {name: tls, namespace: shop}
                        spec: {secretName: tls, issuerRef: {name: ca}}
                        """)).containsExactly("spec.issuerRef.name -> Issuer shop/ca");
        assertThat(references("""
                        apiVersion: external-secrets.io/v1
                        kind: ExternalSecret
                        metadata: {name: login, namespace: shop}
                        spec: {secretStoreRef: {name: vault, kind: ClusterSecretStore}}
                        """)).containsExactly("spec.secretStoreRef.name -> ClusterSecretStore vault");
        assertThat(references("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: ServiceMonitor
                        metadata: {name: db, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: db}}
                          endpoints:
                            - {port: metrics}
                            - {port: admin, authorization: {credentials: {name: token, key: token}}}
                        """))
                .containsExactly("spec.endpoints[1].authorization.credentials.name -> Secret shop/token");
    }

    @Test
    void a_custom_resource_without_a_spec_or_of_another_project_refers_to_nothing() {
        assertThat(references("{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}}"))
                .isEmpty();
        assertThat(references("{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}, spec: text}"))
                .isEmpty();
        assertThat(references("""
                        apiVersion: example.com/v1
                        kind: Certificate
                        metadata: {name: c}
                        spec: {issuerRef: {name: ca}}
                        """)).isEmpty();
    }

    @Test
    void a_stateful_set_refers_to_its_service_its_classes_and_everything_that_its_pods_need() {
        assertThat(references("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: db, namespace: shop}
                        spec:
                          serviceName: db-headless
                          volumeClaimTemplates:
                            - metadata: {name: data}
                              spec: {storageClassName: fast, volumeAttributesClassName: gold}
                            - metadata: {name: logs}
                              spec: {storageClassName: ""}
                          template:
                            spec:
                              serviceAccountName: runner
                              priorityClassName: high
                              runtimeClassName: gvisor
                              imagePullSecrets: [{name: registry}]
                              volumes:
                                - {name: data, configMap: {name: replaced-by-the-claim-template}}
                                - {name: conf, configMap: {name: conf, items: [{key: db.conf, path: db.conf}]}}
                                - {name: tls, secret: {secretName: tls, optional: true}}
                                - {name: shared, persistentVolumeClaim: {claimName: shared}}
                                - name: scratch
                                  ephemeral: {volumeClaimTemplate: {spec: {storageClassName: scratch}}}
                                - name: all
                                  projected:
                                    sources:
                                      - configMap: {name: conf}
                                      - secret: {name: tls, items: [{key: ca.crt, path: ca.crt}]}
                                      - configMap: {name: kube-root-ca.crt}
                              initContainers:
                                - name: prepare
                                  envFrom: [{configMapRef: {name: env}}, {secretRef: {name: env, optional: true}}]
                              containers:
                                - name: db
                                  env:
                                    - {name: PLAIN, value: "1"}
                                    - {name: USER, valueFrom: {configMapKeyRef: {name: conf, key: user}}}
                                    - {name: PASSWORD, valueFrom: {secretKeyRef: {name: login, key: password}}}
                        """))
                .containsExactly(
                        "spec.serviceName -> Service shop/db-headless",
                        "spec.volumeClaimTemplates[0].spec.storageClassName -> StorageClass fast",
                        "spec.volumeClaimTemplates[0].spec.volumeAttributesClassName -> VolumeAttributesClass gold",
                        "spec.template.spec.serviceAccountName -> ServiceAccount shop/runner",
                        "spec.template.spec.priorityClassName -> PriorityClass high",
                        "spec.template.spec.runtimeClassName -> RuntimeClass gvisor",
                        "spec.template.spec.imagePullSecrets[0].name -> Secret shop/registry",
                        "spec.template.spec.volumes[1].configMap.name -> ConfigMap shop/conf",
                        "spec.template.spec.volumes[1].configMap.items[0].key -> ConfigMap shop/conf key db.conf",
                        "spec.template.spec.volumes[2].secret.secretName -> Secret shop/tls (optional)",
                        "spec.template.spec.volumes[3].persistentVolumeClaim.claimName"
                                + " -> PersistentVolumeClaim shop/shared",
                        "spec.template.spec.volumes[4].ephemeral.volumeClaimTemplate.spec.storageClassName"
                                + " -> StorageClass scratch",
                        "spec.template.spec.volumes[5].projected.sources[0].configMap.name -> ConfigMap shop/conf",
                        "spec.template.spec.volumes[5].projected.sources[1].secret.name -> Secret shop/tls",
                        "spec.template.spec.volumes[5].projected.sources[1].secret.items[0].key"
                                + " -> Secret shop/tls key ca.crt",
                        "spec.template.spec.initContainers[0].envFrom[0].configMapRef.name -> ConfigMap shop/env",
                        "spec.template.spec.initContainers[0].envFrom[1].secretRef.name -> Secret shop/env (optional)",
                        "spec.template.spec.containers[0].env[1].valueFrom.configMapKeyRef.name"
                                + " -> ConfigMap shop/conf",
                        "spec.template.spec.containers[0].env[1].valueFrom.configMapKeyRef.key"
                                + " -> ConfigMap shop/conf key user",
                        "spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name -> Secret shop/login",
                        "spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.key"
                                + " -> Secret shop/login key password");
    }

    @Test
    void the_pod_of_a_cron_job_is_found_inside_its_job_template() {
        assertThat(references("""
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: backup}
                        spec:
                          jobTemplate:
                            spec:
                              template:
                                spec:
                                  serviceAccountName: default
                                  volumes: [{name: data, persistentVolumeClaim: {claimName: data-db-0}}]
                        """))
                .containsExactly("spec.jobTemplate.spec.template.spec.volumes[0].persistentVolumeClaim.claimName"
                        + " -> PersistentVolumeClaim data-db-0");
    }

    @Test
    void pods_deployments_daemon_sets_and_jobs_are_read_alike() {
        String pod = "{containers: [{name: c, envFrom: [{secretRef: {name: login}}]}]}";
        assertThat(references("{apiVersion: v1, kind: Pod, spec: %s}".formatted(pod)))
                .containsExactly("spec.containers[0].envFrom[0].secretRef.name -> Secret login");
        for (String kind : List.of("apps/v1, kind: Deployment", "apps/v1, kind: DaemonSet", "batch/v1, kind: Job")) {
            assertThat(references("{apiVersion: %s, spec: {template: {spec: %s}}}".formatted(kind, pod)))
                    .containsExactly("spec.template.spec.containers[0].envFrom[0].secretRef.name -> Secret login");
        }
    }

    @Test
    void a_claim_refers_to_its_class_its_volume_and_its_data_source() {
        assertThat(references("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {name: restored, namespace: shop}
                        spec:
                          storageClassName: fast
                          volumeName: pv-1
                          dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: nightly}
                        """))
                .containsExactly(
                        "spec.storageClassName -> StorageClass fast",
                        "spec.volumeName -> PersistentVolume pv-1",
                        "spec.dataSource.name -> VolumeSnapshot shop/nightly");
    }

    @Test
    void a_volume_refers_to_a_claim_in_the_namespace_that_it_states() {
        assertThat(references("""
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: pv-1}
                        spec:
                          storageClassName: manual
                          claimRef: {kind: PersistentVolumeClaim, namespace: shop, name: data}
                          csi: {driver: d, volumeHandle: h, nodeStageSecretRef: {name: login, namespace: storage}}
                        """))
                .containsExactly(
                        "spec.storageClassName -> StorageClass manual (optional)",
                        "spec.claimRef.name -> PersistentVolumeClaim shop/data (optional)",
                        "spec.csi.nodeStageSecretRef.name -> Secret storage/login");
    }

    @Test
    void selectors_and_incomplete_objects_have_no_references() {
        for (String text : List.of(
                "{apiVersion: v1, kind: Service, spec: {selector: {app: db}}}",
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {selector: {matchLabels: {app: db}}}}",
                "{apiVersion: apps/v1, kind: StatefulSet}",
                "{apiVersion: apps/v1, kind: StatefulSet, spec: {template: {}, volumeClaimTemplates: [null]}}",
                "{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {}}}",
                "{apiVersion: v1, kind: Pod, spec: {volumes: [null, {name: v}], containers: [null]}}",
                "{apiVersion: v1, kind: PersistentVolume}")) {
            assertThat(references(text)).isEmpty();
        }
    }

    static List<String> references(String yaml) {
        return References.of(read(yaml)).stream().map(ReferencesTest::shown).toList();
    }

    private static String shown(Reference reference) {
        return reference.fieldPath()
                + " -> "
                + reference.kind()
                + " "
                + reference.namespace().map(namespace -> namespace + "/").orElse("")
                + reference.name()
                + reference.key().map(key -> " key " + key).orElse("")
                + (reference.optional() ? " (optional)" : "");
    }

    private static HasMetadata read(String yaml) {
        try {
            return (HasMetadata) new YAMLMapper().readValue(yaml, KubernetesResource.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
