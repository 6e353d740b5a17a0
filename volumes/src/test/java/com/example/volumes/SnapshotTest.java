package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.snapshot.VolumeSnapshot;
import dev.berth.volumes.snapshot.VolumeSnapshotClass;
import dev.berth.volumes.storageclass.VolumeAttributesClass;
import org.junit.jupiter.api.Test;

/** Snapshots, claims that are restored from them, and classes of attributes. */
class SnapshotTest {

    private final PersistentVolumeClaim data = PersistentVolumeClaim.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(10))
            .build();

    @Test
    void a_claim_is_restored_from_a_snapshot_by_value() {
        var nightly = VolumeSnapshotClass.named("nightly")
                .driver("csi.example.com")
                .deletionPolicy(VolumeSnapshotClass.DeletionPolicy.RETAIN)
                .build();
        var monday = VolumeSnapshot.named("data-monday")
                .persistentVolumeClaim(data)
                .volumeSnapshotClass(nightly)
                .build();
        var restored = PersistentVolumeClaim.named("restored")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .dataSource(monday)
                .build();
        assertThat(rendered(nightly) + rendered(monday) + rendered(restored)).isEqualTo("""
                apiVersion: snapshot.storage.k8s.io/v1
                kind: VolumeSnapshotClass
                metadata:
                  name: nightly
                deletionPolicy: Retain
                driver: csi.example.com
                apiVersion: snapshot.storage.k8s.io/v1
                kind: VolumeSnapshot
                metadata:
                  name: data-monday
                spec:
                  volumeSnapshotClassName: nightly
                  source:
                    persistentVolumeClaimName: data
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: restored
                spec:
                  accessModes:
                  - ReadWriteOnce
                  resources:
                    requests:
                      storage: 10Gi
                  dataSource:
                    kind: VolumeSnapshot
                    name: data-monday
                    apiGroup: snapshot.storage.k8s.io
                """);
        assertThat(restored.existing()).isEmpty();
        assertThat(monday.existing()).isEmpty();
    }

    @Test
    void a_claim_is_cloned_from_another_one_by_value() {
        var clone = PersistentVolumeClaim.named("clone")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .dataSource(data)
                .build();
        assertThat(rendered(clone)).endsWith("""
                  dataSource:
                    kind: PersistentVolumeClaim
                    name: data
                """);
        assertThat(clone.existing()).isEmpty();
    }

    @Test
    void what_exists_in_the_cluster_is_declared_as_existing() {
        var snapshot = VolumeSnapshot.named("data-monday")
                .persistentVolumeClaim(PersistentVolumeClaim.existing("data"))
                .volumeSnapshotClass(VolumeSnapshotClass.existing("nightly"))
                .build();
        assertThat(snapshot.existing())
                .containsExactly(
                        new ExistingObject("PersistentVolumeClaim", "data"),
                        new ExistingObject("VolumeSnapshotClass", "nightly"));
    }

    @Test
    void a_snapshot_class_can_be_the_default_and_have_parameters() {
        var standard = VolumeSnapshotClass.named("standard")
                .driver("pd.csi.storage.gke.io")
                .deletionPolicy(VolumeSnapshotClass.DeletionPolicy.DELETE)
                .putParameter("storage-locations", "eu")
                .defaultClass(true)
                .build();
        assertThat(rendered(standard)).isEqualTo("""
                apiVersion: snapshot.storage.k8s.io/v1
                kind: VolumeSnapshotClass
                metadata:
                  name: standard
                  annotations:
                    snapshot.storage.kubernetes.io/is-default-class: "true"
                deletionPolicy: Delete
                driver: pd.csi.storage.gke.io
                parameters:
                  storage-locations: eu
                """);
        var file = ManifestFile.of("classes.yaml", standard)
                .in(Namespace.named("shop").build());
        assertThat(file.toModel(standard).getMetadata().getNamespace())
                .as("a class has no namespace")
                .isNull();
        assertThatThrownBy(() -> standard.plusAnnotation("snapshot.storage.kubernetes.io/is-default-class", "false"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("VolumeSnapshotClass \"standard\":"
                        + " metadata.annotations[snapshot.storage.kubernetes.io/is-default-class]: Forbidden:"
                        + " defaultClass(…) already sets it: remove one of them");
    }

    @Test
    void a_claim_refers_to_the_attributes_of_its_volume_by_value() {
        var gold = VolumeAttributesClass.named("gold")
                .driverName("csi.example.com")
                .putParameter("iops", "6000")
                .build();
        var claim = PersistentVolumeClaim.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .volumeAttributesClass(gold)
                .build();
        assertThat(rendered(gold)).isEqualTo("""
                apiVersion: storage.k8s.io/v1
                kind: VolumeAttributesClass
                metadata:
                  name: gold
                driverName: csi.example.com
                parameters:
                  iops: "6000"
                """);
        assertThat(rendered(claim)).contains("volumeAttributesClassName: gold");
        assertThat(claim.existing()).isEmpty();
        assertThat(claim.withVolumeAttributesClass(VolumeAttributesClass.existing("silver"))
                        .existing())
                .containsExactly(new ExistingObject("VolumeAttributesClass", "silver"));
    }

    @Test
    void a_class_without_parameters_or_with_an_invalid_driver_is_refused() {
        assertThatThrownBy(() -> VolumeAttributesClass.named("gold")
                        .driverName("csi.example.com")
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("VolumeAttributesClass \"gold\": parameters: Required value: add at least one with"
                        + " putParameter");
        assertThatThrownBy(() -> VolumeSnapshotClass.named("nightly")
                        .driver("ebs/csi")
                        .deletionPolicy(VolumeSnapshotClass.DeletionPolicy.DELETE)
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("VolumeSnapshotClass \"nightly\": driver: Invalid value: \"ebs/csi\": must be lower case"
                        + " letters, digits, '-' or '.', and start and end with a letter or digit");
    }
}
