package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_MANY;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.ClaimReference;
import dev.berth.volumes.PersistentVolume;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.PersistentVolumeSource;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.workload.DataSource;
import dev.berth.workload.VolumeMode;
import org.junit.jupiter.api.Test;

class PersistentVolumeClaimTest {

    private final PersistentVolume volume = PersistentVolume.named("manual-pv-001")
            .capacity(gibi(5))
            .accessMode(READ_WRITE_ONCE)
            .source(PersistentVolumeSource.hostPath("/mnt/data/pv-001"))
            .build();

    @Test
    void a_claim_without_a_class_uses_the_default_class_of_the_cluster() {
        var claim = PersistentVolumeClaim.named("my-pvc")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .build();

        assertThat(rendered(claim)).isEqualTo("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: my-pvc
                spec:
                  accessModes:
                  - ReadWriteOnce
                  resources:
                    requests:
                      storage: 5Gi
                """);
    }

    @Test
    void a_snapshot_or_a_claim_is_a_data_source_and_anything_else_is_a_data_source_reference() {
        var restored = PersistentVolumeClaim.named("restored")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .dataSource(DataSource.existingSnapshot("monday"))
                .build();
        var populated = PersistentVolumeClaim.named("populated")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .dataSource(DataSource.existing("example.com", "Backup", "monday"))
                .build();

        assertThat(rendered(restored)).contains("""
                  dataSource:
                    kind: VolumeSnapshot
                    name: monday
                    apiGroup: snapshot.storage.k8s.io
                """);
        assertThat(rendered(populated)).contains("""
                  dataSourceRef:
                    kind: Backup
                    name: monday
                    apiGroup: example.com
                """);
        assertThat(restored.existing()).containsExactly(new ExistingObject("VolumeSnapshot", "monday"));
        assertThatThrownBy(() -> DataSource.existing("", "ConfigMap", "monday"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "DataSource API group of ConfigMap: Invalid value: \"\": must be lower case letters, digits, '-'"
                                + " or '.', and start and end with a letter or digit");
    }

    @Test
    void a_claim_for_a_specific_volume_must_set_the_class_of_that_volume() {
        var claim = PersistentVolumeClaim.named("c")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .volume(volume);

        assertThatThrownBy(claim::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "PersistentVolumeClaim \"c\": spec.storageClassName: Required value: the cluster's default class"
                                + " would apply, but PersistentVolume \"manual-pv-001\" does not have it: set the volume's"
                                + " class or StorageClass.none()");
    }

    @Test
    void a_claim_that_does_not_match_its_volume_is_refused_with_every_reason() {
        var claim = PersistentVolumeClaim.named("c")
                .accessMode(READ_WRITE_MANY)
                .storage(gibi(10))
                .storageClass(StorageClass.existing("fast"))
                .volumeMode(VolumeMode.BLOCK)
                .volume(volume);

        assertThatThrownBy(claim::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "PersistentVolumeClaim \"c\" would not bind: PersistentVolume \"manual-pv-001\": it has 5Gi, but"
                                + " 10Gi are requested; it has no class, but the claim has class \"fast\"; its"
                                + " volumeMode is Filesystem, but Block is requested; its accessModes are [ReadWriteOnce], but [ReadWriteMany]"
                                + " are requested.");
    }

    @Test
    void a_volume_that_is_reserved_for_another_claim_does_not_match() {
        var kept = PersistentVolume.named("kept")
                .capacity(gibi(5))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.hostPath("/mnt/kept"))
                .claimRef(new ClaimReference("demo", "theirs"))
                .build();
        var mine = PersistentVolumeClaim.named("mine")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .storageClass(StorageClass.none())
                .volume(kept);

        assertThatThrownBy(mine::build)
                .hasMessage(
                        "PersistentVolumeClaim \"mine\" would not bind: PersistentVolume \"kept\": its claimRef reserves"
                                + " it for demo/theirs.");
    }

    @Test
    void an_existing_volume_is_not_checked_and_is_reported_as_existing() {
        var claim = PersistentVolumeClaim.named("c")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .storageClass(StorageClass.none())
                .volume(PersistentVolume.existing("disk-1"))
                .build();

        assertThat(claim.existing()).containsExactly(new ExistingObject("PersistentVolume", "disk-1"));
        assertThat(rendered(claim)).contains("  storageClassName: \"\"\n").contains("  volumeName: disk-1\n");
    }

    @Test
    void a_larger_claim_is_a_copy() {
        var small = PersistentVolumeClaim.named("c")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(5))
                .customize(model ->
                        model.editMetadata().addToFinalizers("example.com/keep").endMetadata())
                .build();

        assertThat(rendered(small.withStorage(gibi(10))))
                .contains("      storage: 10Gi\n")
                .contains("  - example.com/keep\n");
        assertThat(small.storage()).isEqualTo(gibi(5));
    }
}
