package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.volumes.PersistentVolumeReclaimPolicy.DELETE;
import static dev.berth.volumes.PersistentVolumeReclaimPolicy.RETAIN;
import static dev.berth.workload.AccessMode.READ_ONLY_MANY;
import static dev.berth.workload.AccessMode.READ_WRITE_MANY;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE_POD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.volumes.ClaimReference;
import dev.berth.volumes.FsType;
import dev.berth.volumes.HostPathType;
import dev.berth.volumes.PersistentVolume;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.PersistentVolumeSource;
import dev.berth.volumes.storageclass.StorageClass;
import dev.berth.workload.Affinity;
import dev.berth.workload.VolumeMode;
import org.junit.jupiter.api.Test;

class PersistentVolumeTest {

    @Test
    void a_volume_without_a_class_has_an_empty_class_name() {
        var volume = PersistentVolume.named("manual-pv-001")
                .capacity(gibi(5))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.hostPath("/mnt/data/pv-001"))
                .storageClass(StorageClass.none())
                .persistentVolumeReclaimPolicy(RETAIN)
                .build();

        assertThat(rendered(volume)).isEqualTo("""
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: manual-pv-001
                spec:
                  capacity:
                    storage: 5Gi
                  accessModes:
                  - ReadWriteOnce
                  storageClassName: ""
                  persistentVolumeReclaimPolicy: Retain
                  hostPath:
                    path: /mnt/data/pv-001
                """);
        assertThat(volume.existing()).isEmpty();
    }

    @Test
    void a_local_volume_has_the_affinity_of_its_nodes() {
        var volume = PersistentVolume.named("ssd-1")
                .capacity(gibi(100))
                .accessMode(READ_WRITE_ONCE)
                .source(PersistentVolumeSource.local(
                                "/mnt/disks/ssd1", LabelSelectorRequirement.is(Affinity.HOSTNAME, "node-1"))
                        .fsType(FsType.XFS))
                .storageClass(StorageClass.existing("local-disks"))
                .addNodeAffinity(LabelSelectorRequirement.exists("example.com/ssd"))
                .build();

        assertThat(rendered(volume)).isEqualTo("""
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: ssd-1
                spec:
                  capacity:
                    storage: 100Gi
                  accessModes:
                  - ReadWriteOnce
                  storageClassName: local-disks
                  nodeAffinity:
                    required:
                      nodeSelectorTerms:
                      - matchExpressions:
                        - key: kubernetes.io/hostname
                          operator: In
                          values:
                          - node-1
                        - key: example.com/ssd
                          operator: Exists
                  local:
                    fsType: xfs
                    path: /mnt/disks/ssd1
                """);
        assertThat(volume.existing()).containsExactly(new ExistingObject("StorageClass", "local-disks"));
    }

    @Test
    void an_nfs_volume_can_be_reserved_for_one_claim() {
        var claim = PersistentVolumeClaim.named("shared")
                .accessMode(READ_WRITE_MANY)
                .storage(gibi(1))
                .storageClass(StorageClass.none())
                .build();
        var volume = PersistentVolume.named("shared")
                .capacity(gibi(1))
                .accessMode(READ_WRITE_MANY)
                .source(PersistentVolumeSource.nfs("nfs.example.com", "/exports/shared")
                        .readOnly())
                .addAccessModes(READ_ONLY_MANY)
                .addMountOptions("hard", "nfsvers=4.1")
                .claimRef(ClaimReference.of(claim, Namespace.named("demo").build()))
                .build();

        assertThat(rendered(volume)).isEqualTo("""
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: shared
                spec:
                  capacity:
                    storage: 1Gi
                  accessModes:
                  - ReadWriteMany
                  - ReadOnlyMany
                  claimRef:
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    name: shared
                    namespace: demo
                  mountOptions:
                  - hard
                  - nfsvers=4.1
                  nfs:
                    path: /exports/shared
                    readOnly: true
                    server: nfs.example.com
                """);
    }

    @Test
    void a_csi_volume_is_identified_by_its_handle() {
        var volume = PersistentVolume.named("ledger")
                .capacity(gibi(20))
                .accessMode(READ_WRITE_ONCE_POD)
                .source(PersistentVolumeSource.csi("ebs.csi.aws.com", "vol-0123456789abcdef0")
                        .fsType(FsType.EXT4)
                        .putVolumeAttribute("partition", "1")
                        .build())
                .volumeMode(VolumeMode.FILESYSTEM)
                .persistentVolumeReclaimPolicy(DELETE)
                .customize(model ->
                        model.editSpec().withVolumeAttributesClassName("gold").endSpec())
                .build();

        assertThat(rendered(volume)).isEqualTo("""
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: ledger
                spec:
                  capacity:
                    storage: 20Gi
                  accessModes:
                  - ReadWriteOncePod
                  volumeMode: Filesystem
                  persistentVolumeReclaimPolicy: Delete
                  csi:
                    driver: ebs.csi.aws.com
                    volumeHandle: vol-0123456789abcdef0
                    fsType: ext4
                    volumeAttributes:
                      partition: "1"
                  volumeAttributesClassName: gold
                """);
    }

    @Test
    void a_declaration_that_the_api_server_would_refuse_is_refused() {
        var small = PersistentVolume.named("v").capacity(mebi(1)).accessMode(READ_WRITE_ONCE);
        var hostPath = small.source(PersistentVolumeSource.hostPath("/data").type(HostPathType.DIRECTORY));

        assertThatThrownBy(() -> PersistentVolume.named("My_Volume"))
                .hasMessage("PersistentVolume: metadata.name: Invalid value: \"My_Volume\": must be lower case letters,"
                        + " digits, '-' or '.', and start and end with a letter or digit");
        assertThatThrownBy(() -> PersistentVolumeSource.hostPath("data"))
                .hasMessage("PersistentVolume hostPath: Invalid value: \"data\": must be absolute, starting with '/'");
        assertThatThrownBy(() -> PersistentVolumeSource.local(
                        "/mnt/../etc", LabelSelectorRequirement.is(Affinity.HOSTNAME, "node-1")))
                .hasMessage("PersistentVolume local path: Invalid value: \"/mnt/../etc\": must not contain '..'");
        assertThatThrownBy(() -> PersistentVolumeSource.nfs(" ", "/x"))
                .hasMessage("PersistentVolume nfs server: Required value: name the server");
        assertThatThrownBy(
                        () -> PersistentVolumeSource.csi("ebs.csi.aws.com", "").build())
                .hasMessage("PersistentVolume csi volumeHandle: Required value: name the volume");
        assertThatThrownBy(() -> PersistentVolumeSource.csi("d".repeat(64), "x").build())
                .hasMessage("PersistentVolume csi driver: Invalid value: \"" + "d".repeat(64)
                        + "\": must have at most 63 characters, but has 64");
        assertThatThrownBy(() -> hostPath.addAccessModes(READ_WRITE_ONCE_POD).build())
                .hasMessage("PersistentVolume \"v\": spec.accessModes: Forbidden: ReadWriteOncePod excludes every other"
                        + " access mode");
    }

    @Test
    void options_that_a_host_path_does_not_support_are_refused() {
        assertThatThrownBy(() -> PersistentVolume.named("v")
                        .capacity(mebi(1))
                        .accessMode(READ_WRITE_ONCE)
                        .source(PersistentVolumeSource.hostPath("/dev/sdb"))
                        .volumeMode(VolumeMode.BLOCK)
                        .build())
                .hasMessage(
                        "PersistentVolume \"v\": spec.volumeMode: Invalid value: \"Block\": only a local or csi volume"
                                + " is a block device");
        assertThatThrownBy(() -> PersistentVolume.named("v")
                        .capacity(mebi(1))
                        .accessMode(READ_WRITE_ONCE)
                        .source(PersistentVolumeSource.hostPath("/data"))
                        .persistentVolumeReclaimPolicy(DELETE)
                        .build())
                .hasMessage("PersistentVolume \"v\": spec.persistentVolumeReclaimPolicy: Invalid value: \"Delete\":"
                        + " Kubernetes deletes a hostPath volume only below /tmp: use RETAIN");
        assertThatThrownBy(() -> PersistentVolume.named("v")
                        .capacity(mebi(1))
                        .accessMode(READ_WRITE_ONCE)
                        .source(PersistentVolumeSource.hostPath("/tmp/v"))
                        .persistentVolumeReclaimPolicy(DELETE)
                        .addMountOptions("noatime")
                        .build())
                .hasMessage("PersistentVolume \"v\": spec.mountOptions: Invalid value: \"noatime\": a hostPath volume"
                        + " does not support mount options: remove them");
    }
}
