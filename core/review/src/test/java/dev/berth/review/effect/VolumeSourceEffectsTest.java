package dev.berth.review.effect;

import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kinds of volumes have data, and which of them have the same data. */
class VolumeSourceEffectsTest {
    private static final String CLAIM = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: orders-disk, namespace: shop}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 8Gi}}
            """;
    private static final String OTHER_CLAIM = CLAIM.replace("orders-disk", "orders-disk-two");

    /** A server with one pod, whose volume, mount and image differ from test to test. */
    private static final String SET = """
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: orders, namespace: shop}
            spec:
              serviceName: orders
              selector: {matchLabels: {app: orders}}
              template:
                metadata: {labels: {app: orders}}
                spec:
                  containers:
                  - name: server
                    image: example.com/orders:1
                    volumeMounts: [{name: files, mountPath: /srv/orders}]
                  volumes: [{name: files, persistentVolumeClaim: {claimName: orders-disk}}]
            """;

    /** Sources without data of the workload: contents of the cluster, directories of the node, or read-only mounts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "configMap: {name: settings}",
                "secret: {secretName: keys}",
                "projected: {sources: [{configMap: {name: settings}}]}",
                "downwardAPI: {items: []}",
                "emptyDir: {}",
                "csi: {driver: secrets-store.csi.k8s.io, readOnly: true}",
                "hostPath: {path: /proc}",
                "hostPath: {path: /sys/fs/cgroup}",
                "hostPath: {path: /}",
                "hostPath: {path: /etc/localtime}",
                "hostPath: {path: /var/run/docker.sock, type: Socket}",
                "hostPath: {path: /dev/kvm, type: CharDevice}",
                "persistentVolumeClaim: {claimName: reference-data, readOnly: true}",
            })
    void a_volume_without_data_may_go(String source) {
        String before = SET.replace("persistentVolumeClaim: {claimName: orders-disk}", source);
        Triple.of(before, before.replace("        volumeMounts: [{name: files, mountPath: /srv/orders}]\n", ""))
                .findsNo("mount-removed");
    }

    @Test
    void a_read_only_mount_of_the_file_system_of_a_node_may_go() {
        String agent = """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: metrics, namespace: shop}
                spec:
                  selector: {matchLabels: {app: metrics}}
                  template:
                    metadata: {labels: {app: metrics}}
                    spec:
                      containers:
                      - name: agent
                        image: example.com/agent:3
                        volumeMounts:
                        - {name: disks, mountPath: /node/disks, readOnly: true}
                        - {name: kernel, mountPath: /node/sys, readOnly: true}
                      volumes: [{name: kernel, hostPath: {path: /sys}}, {name: disks, hostPath: {path: /data}}]
                """;
        Triple.replacing(agent, "        - {name: kernel, mountPath: /node/sys, readOnly: true}\n", "")
                .finds(
                        RESTART,
                        "daemonset-rolling-update",
                        "spec.template.spec.containers[agent].volumeMounts[/node/sys]",
                        "{mountPath: /node/sys, name: kernel, readOnly: true}",
                        "null")
                .andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostPath: {path: /data/orders}",
                "nfs: {server: files.example.com, path: /exports/orders}",
                "csi: {driver: nfs.csi.k8s.io, volumeAttributes: {server: files.example.com, share: /orders}}",
                "iscsi: {targetPortal: 10.0.0.9, iqn: 'iqn.2026-01.com.example:orders', lun: 0}",
            })
    void a_volume_with_data_may_not(String source) {
        String before = SET.replace("persistentVolumeClaim: {claimName: orders-disk}", source);
        Triple.of(before, before.replace("        volumeMounts: [{name: files, mountPath: /srv/orders}]\n", ""))
                .saying(
                        "mount-removed",
                        "Container server no longer mounts files: what it writes to /srv/orders goes to the container's"
                                + " own layer and is lost with it.");
    }

    @Test
    void one_directory_of_a_share_is_the_same_data_by_path_or_by_subPath() {
        String before = SET.replace(
                "persistentVolumeClaim: {claimName: orders-disk}", "nfs: {server: files, path: /exports/orders}");
        String after = before.replace("path: /exports/orders", "path: /exports")
                .replace("mountPath: /srv/orders", "mountPath: /srv/orders, subPath: orders");
        Triple.of(before, after).findsNo("volume-other-source");
        Triple.of(before, after).findsNo("mount-sub-path-changed");
        Triple.of(before, after.replace("subPath: orders", "subPath: invoices"))
                .saying(
                        "mount-sub-path-changed",
                        "Another directory of files is mounted at /srv/orders: the process finds it empty, and does not"
                                + " see the old data.");
    }

    @Test
    void two_claims_of_the_same_share_contain_the_same_data() {
        String volume = """
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: orders-share}
                spec:
                  capacity: {storage: 8Gi}
                  accessModes: [ReadWriteMany]
                  nfs: {server: files.example.com, path: /exports/orders}
                """;
        String old = CLAIM.replace("spec:\n", "spec:\n  volumeName: orders-share\n");
        String next = OTHER_CLAIM.replace("spec:\n", "spec:\n  volumeName: orders-share-two\n");
        String second = volume.replace("name: orders-share", "name: orders-share-two");
        String all = old + volume + next + second;
        Triple.of(all + SET, all + SET.replace("orders-disk", "orders-disk-two"))
                .findsNo("volume-other-claim");
        String other = all.replace(second, second.replace("/exports/orders", "/exports/returns"));
        Triple.of(other + SET, other + SET.replace("orders-disk", "orders-disk-two"))
                .saying(
                        "volume-other-claim",
                        "The pods start with the data of claim orders-disk-two, or without data. The data of"
                                + " orders-disk stays, but no pod of this object uses it.");
    }

    @Test
    void a_clone_of_the_claim_starts_with_its_data() {
        String clone = OTHER_CLAIM.replace(
                "spec:\n", "spec:\n  dataSource: {kind: PersistentVolumeClaim, name: orders-disk}\n");
        Triple.of(CLAIM + SET, CLAIM + clone + SET.replace("orders-disk", "orders-disk-two"))
                .findsNo("volume-other-claim");
    }
}
