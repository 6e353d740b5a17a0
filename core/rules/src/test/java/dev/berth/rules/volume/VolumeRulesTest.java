package dev.berth.rules.volume;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeRulesTest {
    private static String volume(String spec) {
        return """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: v}
                spec: {%s}
                """.formatted(spec);
    }

    private static String claim(String spec) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: c}
                spec: {%s}
                """.formatted(spec);
    }

    @Test
    void a_pod_volume_must_have_exactly_one_source() {
        Expectation.ofPod("volumes: [{name: v, secret: {secretName: s}, configMap: {name: c}}]")
                .finds("volume-source-only-one FieldValueForbidden spec.volumes[0].configMap");
        Expectation.ofPod("volumes: [{name: v}]").isAccepted();
    }

    @Test
    void a_source_must_have_its_required_fields() {
        Expectation.ofPod("""
                volumes:
                - {name: a, secret: {}}
                - {name: b, configMap: {defaultMode: -1}}
                - {name: c, hostPath: {path: ""}}
                - {name: d, nfs: {server: s, path: x}}
                """)
                .finds(
                        "volume-names-object FieldValueRequired spec.volumes[0].secret.secretName",
                        "volume-names-object FieldValueRequired spec.volumes[1].configMap.name",
                        "file-mode FieldValueInvalid spec.volumes[1].configMap.defaultMode",
                        "host-path FieldValueRequired spec.volumes[2].hostPath.path",
                        "nfs FieldValueInvalid spec.volumes[3].nfs.path");
    }

    @Test
    void a_file_must_stay_within_its_volume() {
        Expectation.ofPod("""
                volumes:
                - name: a
                  secret:
                    secretName: s
                    items: [{key: k}, {key: k, path: /p}, {key: k, path: a/../b}, {key: k, path: ..data, mode: 1000}]
                """)
                .finds(
                        "volume-item FieldValueRequired spec.volumes[0].secret.items[0].path",
                        "path-relative FieldValueInvalid spec.volumes[0].secret.items[1].path",
                        "path-backsteps FieldValueInvalid spec.volumes[0].secret.items[2].path",
                        "path-reserved FieldValueInvalid spec.volumes[0].secret.items[3].path",
                        "file-mode FieldValueInvalid spec.volumes[0].secret.items[3].mode");
    }

    @Test
    void two_projections_must_not_write_the_same_file() {
        Expectation.ofPod("""
                volumes:
                - name: a
                  projected:
                    sources:
                    - {secret: {name: s, items: [{key: k, path: same}]}}
                    - {configMap: {name: c, items: [{key: k, path: same}]}}
                """).finds("projected-same-path FieldValueInvalid spec.volumes[0].projected");
    }

    @Test
    void a_persistent_volume_requires_a_size_access_modes_and_a_source() {
        Expectation.of(volume(""))
                .finds(
                        "volume-access-modes FieldValueRequired spec.accessModes",
                        "volume-capacity FieldValueRequired spec.capacity",
                        "volume-capacity FieldValueNotSupported spec.capacity",
                        "volume-source FieldValueRequired spec");
    }

    @Test
    void a_capacity_must_be_positive_and_an_access_mode_written_in_full() {
        Expectation.of(volume("capacity: {storage: 0}, accessModes: [RWO], hostPath: {path: /d}"))
                .finds(
                        "volume-capacity FieldValueInvalid spec.capacity[storage]",
                        "access-mode FieldValueNotSupported spec.accessModes");
    }

    @Test
    void a_local_volume_requires_node_affinity() {
        Expectation.of(volume("capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], local: {path: /d}"))
                .finds("local-node-affinity FieldValueRequired spec.nodeAffinity");
    }

    @Test
    void recycling_the_root_of_a_node_is_refused_however_it_is_written() {
        Expectation.of(volume("capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /./},"
                        + " persistentVolumeReclaimPolicy: Recycle"))
                .finds("recycle-root FieldValueForbidden spec.persistentVolumeReclaimPolicy");
    }

    @Test
    void a_claim_requires_access_modes_and_a_size() {
        Expectation.of(claim(""))
                .finds(
                        "access-modes FieldValueRequired spec.accessModes",
                        "claim-storage FieldValueRequired spec.resources[storage]");
    }

    @Test
    void read_write_once_pod_excludes_other_access_modes() {
        Expectation.of(claim("accessModes: [ReadWriteOncePod, ReadWriteOnce], resources: {requests: {storage: 1Gi}}"))
                .finds("access-mode-one-pod FieldValueForbidden spec.accessModes");
    }

    @Test
    void a_data_source_of_another_kind_is_dropped_and_a_data_source_ref_is_checked_twice() {
        String size = "accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}";
        Expectation.of(claim(size + ", dataSource: {kind: Foo, name: x}")).isAccepted();
        Expectation.of(claim(size + ", dataSourceRef: {kind: Foo, name: x}"))
                .finds(
                        "claim-data-source FieldValueInvalid spec.dataSource",
                        "claim-data-source FieldValueInvalid spec.dataSourceRef");
    }

    @Test
    void a_storage_class_requires_a_provisioner_and_unique_topologies() {
        Expectation.of("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: Fast_SSD}
                provisioner: my provisioner
                reclaimPolicy: Recycle
                volumeBindingMode: Later
                parameters: {"": x}
                allowedTopologies: [{}, {matchLabelExpressions: [{key: zone, values: [a, a]}, {key: zone}]}]
                """)
                .finds(
                        "name FieldValueInvalid metadata.name",
                        "provisioner FieldValueInvalid provisioner",
                        "class-parameters FieldValueInvalid parameters",
                        "class-reclaim-policy FieldValueNotSupported reclaimPolicy",
                        "volume-binding-mode FieldValueNotSupported volumeBindingMode",
                        "topology-twice FieldValueDuplicate allowedTopologies[0].matchLabelExpressions",
                        "topology-values FieldValueDuplicate allowedTopologies[1].matchLabelExpressions[0].values[1]",
                        "topology-values FieldValueRequired allowedTopologies[1].matchLabelExpressions[1].values",
                        "topology-values FieldValueDuplicate allowedTopologies[1].matchLabelExpressions[1].key");
    }

    @Test
    void mount_options_as_an_annotation_are_refused_even_where_they_are_empty() {
        Expectation.of("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: v, annotations: {volume.beta.kubernetes.io/mount-options: ""}}
                spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /x}}
                """)
                .finds("mount-options FieldValueForbidden"
                        + " metadata.annotations.volume.beta.kubernetes.io/mount-options");
    }

    @Test
    void the_template_of_an_ephemeral_volume_may_only_have_labels_and_annotations() {
        Expectation.ofPod("""
                volumes:
                - name: e
                  ephemeral:
                    volumeClaimTemplate:
                      metadata: {creationTimestamp: "2026-01-31T12:00:00Z", generation: 1, uid: u}
                      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """)
                .finds(
                        "claim-template-metadata FieldValueForbidden"
                                + " spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.creationTimestamp",
                        "claim-template-metadata FieldValueForbidden"
                                + " spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.generation",
                        "claim-template-metadata FieldValueForbidden"
                                + " spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.uID");
    }

    @Test
    void an_image_volume_requires_an_image_even_before_the_pod_has_a_name() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {generateName: p-}
                spec: {containers: [{name: c, image: nginx}], volumes: [{name: v, image: {}}]}
                """).finds("image-volume FieldValueRequired spec.volumes[0].image.reference");
    }

    @Test
    void fields_behind_a_disabled_feature_gate_are_dropped_whatever_their_value() {
        Expectation.ofPod("""
                volumes:
                - name: p
                  projected: {sources: [{clusterTrustBundle: {path: /abs}}, {podCertificate: {keyType: Bogus, signerName: s}}]}
                initContainers: [{name: i, image: busybox, lifecycle: {stopSignal: SIGTERM}}]
                """).isAccepted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Alone, another kind of source is dropped.
                "dataSource: {apiGroup: example.com, kind: A, name: x} |",
                "dataSource: {kind: Pod, name: x} |",
                "dataSource: {kind: PersistentVolumeClaim, name: x}, dataSourceRef: {kind: PersistentVolumeClaim, name: x} |",
                "dataSource: {apiGroup: a.b, kind: A, name: x}, dataSourceRef: {apiGroup: a.b, kind: A, name: x} |",
                "dataSource: {apiGroup: a.b, kind: A, name: x}, dataSourceRef: {apiGroup: a.b, kind: A, name: other} |"
                        + " claim-data-sources-match FieldValueInvalid spec",
                "dataSource: {apiGroup: a.b, kind: A, name: x}, dataSourceRef: {apiGroup: a.c, kind: A, name: x} |"
                        + " claim-data-sources-match FieldValueInvalid spec",
                "dataSource: {apiGroup: a.b, kind: A, name: x}, dataSourceRef: {apiGroup: a.b, kind: B, name: x} |"
                        + " claim-data-sources-match FieldValueInvalid spec",
                // A reference to another namespace is dropped, and what is then alone too.
                "dataSource: {kind: Pod, name: x}, dataSourceRef: {kind: PersistentVolumeClaim, name: x, namespace: other} |"
            })
    void both_data_sources_must_be_the_same(String sources, String finding) {
        Expectation claim = Expectation.of("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec:"
                + " {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, " + sources + "}}");
        if (finding == null) {
            claim.isAccepted();
        } else {
            claim.finds(finding);
        }
    }

    @Test
    void a_data_source_of_another_kind_is_checked_if_there_is_a_reference_too() {
        Expectation.of("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: c}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                  dataSource: {kind: Pod, name: x}
                  dataSourceRef: {kind: PersistentVolumeClaim, name: x}
                """)
                .finds(
                        "claim-data-source FieldValueInvalid spec.dataSource",
                        "claim-data-sources-match FieldValueInvalid spec");
    }
}
