package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a process still finds its data: what counts is the source of the volume and the directory, not its name. */
class MountedDataEffectsTest {
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

    private static final String VOLUMES =
            "      volumes: [{name: files, persistentVolumeClaim: {claimName: orders-disk}}]\n";
    private static final String TEMPLATES = """
              volumeClaimTemplates:
              - metadata: {name: files}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 8Gi}}}
            """;
    private static final String WITH_TEMPLATE = SET.replace(VOLUMES, TEMPLATES);
    private static final String DEPLOYMENT =
            SET.replace("kind: StatefulSet", "kind: Deployment").replace("  serviceName: orders\n", "");

    private static final String VOLUME = "spec.template.spec.volumes[files]";
    private static final String CONTAINER = "spec.template.spec.containers[server]";
    private static final String REFUSAL = "statefulset-spec-immutable";
    private static final String ROLLOUT = "statefulset-rolling-update";

    @Test
    void a_claim_template_instead_of_a_claim_starts_empty_although_the_update_is_refused() {
        Triple.of(CLAIM + SET, CLAIM + WITH_TEMPLATE)
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "null", "files")
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "null")
                .saying(
                        "volume-other-source",
                        "This happens once the object is recreated with this change. Volume files was claim orders-disk"
                                + " and becomes a claim template with a new, empty claim for each pod: the pods start"
                                + " without its data.")
                .andNothingElse();
    }

    @ParameterizedTest
    @CsvSource({
        "files, emptyDir: {}, emptyDir",
        "scratch, emptyDir: {}, emptyDir",
        "files, persistentVolumeClaim: {claimName: other}, claim other"
    })
    void a_removed_claim_template_leaves_its_claims_behind_whatever_is_mounted_instead(
            String name, String source, String what) {
        String after = SET.replace("name: files", "name: " + name)
                .replace("persistentVolumeClaim: {claimName: orders-disk}", source);
        Triple.of(WITH_TEMPLATE, after)
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "files", "null")
                .finds(DATA_LOSS, "claim-template-gone", "spec.volumeClaimTemplates", "files", "null")
                .naming("claim-template-gone", "files-orders-0")
                .saying(
                        "claim-template-gone",
                        "This happens once the object is recreated with this change. The claims files-orders-0 stay with"
                                + " their data, but no pod uses them. The pods mount " + what + " instead.")
                .andNothingElse();
    }

    @Test
    void the_claim_of_a_claim_template_may_be_mounted_by_its_own_name() {
        Triple.of(WITH_TEMPLATE, SET.replace("orders-disk", "files-orders-0"))
                .finds(REFUSED, REFUSAL, "spec.volumeClaimTemplates", "files", "null")
                .andNothingElse();
    }

    @Test
    void another_claim_or_a_scratch_volume_starts_without_the_data() {
        Triple.of(CLAIM + OTHER_CLAIM + SET, CLAIM + OTHER_CLAIM + SET.replace("orders-disk", "orders-disk-two"))
                .finds(
                        DATA_LOSS,
                        "volume-other-claim",
                        VOLUME + ".persistentVolumeClaim.claimName",
                        "orders-disk",
                        "orders-disk-two")
                .finds(RESTART, ROLLOUT, VOLUME + ".persistentVolumeClaim.claimName", "orders-disk", "orders-disk-two")
                .andNothingElse();
        Triple.of(
                        CLAIM + DEPLOYMENT,
                        CLAIM + DEPLOYMENT.replace("persistentVolumeClaim: {claimName: orders-disk}", "emptyDir: {}"))
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "{}")
                .saying(
                        "volume-other-source",
                        "Volume files was claim orders-disk and becomes emptyDir: the pods start without its data, and"
                                + " what they write is lost with the pod.")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        VOLUME + ".persistentVolumeClaim",
                        "{claimName: orders-disk}",
                        "null")
                .finds(RESTART, "deployment-rolling-update", VOLUME + ".emptyDir", "null", "{}")
                .andNothingElse();
    }

    @Test
    void a_Deployment_that_becomes_a_StatefulSet_starts_empty_although_the_claim_stays() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM + WITH_TEMPLATE)
                .finds(CREATED, "created", "", "null", "null")
                .finds(DATA_LOSS, "volume-other-source", VOLUME, "{claimName: orders-disk}", "null")
                .andNothingElse();
    }

    @Test
    void a_Deployment_that_becomes_a_StatefulSet_keeps_the_data_of_the_claim_that_both_mount() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM + SET)
                .finds(CREATED, "created", "", "null", "null")
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_claim_that_stays_in_the_tree_is_left_behind_if_its_only_workload_is_deleted() {
        Triple.of(CLAIM + DEPLOYMENT, CLAIM)
                .finds(DATA_LOSS, "claim-unmounted", "", "null", "null")
                .naming("claim-unmounted", "orders-disk")
                .saying(
                        "claim-unmounted",
                        "No pod of the tree mounts orders-disk anymore. The claim stays with the data, unused but"
                                + " billed.")
                .andNothingElse();
    }

    @Test
    void a_claim_is_not_left_behind_while_another_workload_mounts_it() {
        String backup = DEPLOYMENT
                .replace("name: orders, namespace", "name: backup, namespace")
                .replace("app: orders", "app: backup");
        Triple.of(CLAIM + DEPLOYMENT + backup, CLAIM + backup)
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_renamed_volume_with_the_same_claim_keeps_its_data() {
        Triple.of(CLAIM + SET, CLAIM + SET.replace("name: files", "name: disk"))
                .finds(RESTART, ROLLOUT, CONTAINER + ".volumeMounts[/srv/orders].name", "files", "disk")
                .finds(
                        RESTART,
                        ROLLOUT,
                        VOLUME,
                        "{name: files, persistentVolumeClaim: {claimName: orders-disk}}",
                        "null")
                .finds(
                        RESTART,
                        ROLLOUT,
                        "spec.template.spec.volumes[disk]",
                        "null",
                        "{name: disk, persistentVolumeClaim: {claimName: orders-disk}}")
                .andNothingElse();
    }

    @Test
    void a_renamed_container_still_finds_the_data() {
        Triple.replacing(CLAIM + SET, "name: server", "name: orders-server").findsNo("mount-removed");
    }

    @Test
    void the_data_of_a_removed_container_stays_behind() {
        String sidecar = SET.replace(
                "      volumes:",
                "      - {name: audit, image: 'example.com/audit:1', volumeMounts: [{name: log, mountPath: /log}]}\n"
                        + "      volumes:");
        String both = sidecar.replace(
                "orders-disk}}]", "orders-disk}}, {name: log, persistentVolumeClaim: {claimName: audit-log}}]");
        Triple.of(both, SET)
                .saying(
                        "mount-removed",
                        "Container audit is removed, and no other container mounts log: its data stays behind, unused.");
    }

    /** The mount before, and a mount after it that leads to the same directory by the same path. */
    @ParameterizedTest
    @CsvSource({
        "'{name: files, mountPath: /srv/orders}', '{name: files, mountPath: /srv/orders/db, subPath: db}'",
        "'{name: files, mountPath: /srv/orders/db, subPath: db}', '{name: files, mountPath: /srv/orders}'",
        "'{name: files, mountPath: /srv/orders, subPath: a}', '{name: files, mountPath: /srv/orders/b, subPath: a/b}'",
        "'{name: files, mountPath: /srv/orders}', '{name: files, mountPath: /srv/orders/}'",
        "'{name: files, mountPath: /srv/orders, subPath: a}', '{name: files, mountPath: /srv/orders, subPath: a/}'",
    })
    void a_path_that_leads_to_the_same_directory_keeps_the_data(String before, String after) {
        String tree = CLAIM + SET.replace("{name: files, mountPath: /srv/orders}", before);
        Triple.replacing(tree, before, after).findsNo("mount-path-moved");
        Triple.replacing(tree, before, after).findsNo("mount-sub-path-changed");
    }

    @ParameterizedTest
    @CsvSource({
        "'{name: files, mountPath: /srv/orders/db, subPath: other}', mount-path-moved",
        "'{name: files, mountPath: /srv/orders, subPath: db}', mount-sub-path-changed",
        "'{name: files, mountPath: /srv/elsewhere}', mount-path-moved",
    })
    void a_path_that_leads_to_another_directory_does_not(String after, String rule) {
        Triple.replacing(CLAIM + SET, "{name: files, mountPath: /srv/orders}", after)
                .saying(
                        rule,
                        rule.equals("mount-path-moved")
                                ? "The data of files is now at " + after.replaceAll(".*mountPath: ([^,}]*).*", "$1")
                                        + ". A process that still uses /srv/orders finds no data, starts again without"
                                        + " it and writes to the container's own layer."
                                : "Another directory of files is mounted at /srv/orders: the process finds it empty, and"
                                        + " does not see the old data.");
    }

    @Test
    void a_process_whose_arguments_move_with_the_mount_finds_its_data() {
        String before = SET.replace("orders:1", "orders:1\n        args: [--dir=/srv/orders/db]");
        Triple.of(before, before.replace("/srv/orders", "/var/lib/orders")).findsNo("mount-path-moved");
    }

    @Test
    void a_data_directory_that_moves_with_the_mount_stays_the_same_directory() {
        String before = SET.replace(
                "example.com/orders:1", "postgres:17\n        env: [{name: PGDATA, value: /srv/orders/pg}]");
        Triple.of(before, before.replace("/srv/orders", "/var/lib/orders")).findsNo("data-directory-moved");
        Triple.of(before, before.replace("/srv/orders", "/var/lib/orders")).findsNo("mount-path-moved");
    }

    @Test
    void a_variable_that_is_new_moves_the_data_directory_too() {
        String before =
                SET.replace("example.com/orders:1", "postgres:17").replace("/srv/orders", "/var/lib/postgresql/data");
        Triple.replacing(
                        before,
                        "image: postgres:17",
                        "image: postgres:17\n        env: [{name: PGDATA, value: /var/lib/postgresql/data/pg}]")
                .finds(
                        DATA_LOSS,
                        "data-directory-moved",
                        CONTAINER + ".env[PGDATA].value",
                        "null",
                        "/var/lib/postgresql/data/pg")
                .saying(
                        "data-directory-moved",
                        "Without PGDATA, the data is in /var/lib/postgresql/data: the database starts in another"
                                + " directory, finds it empty and initializes a new database. The old data stays on the"
                                + " volume, unused.")
                .finds(
                        RESTART,
                        ROLLOUT,
                        CONTAINER + ".env",
                        "null",
                        "[{name: PGDATA, value: /var/lib/postgresql/data/pg}]")
                .andNothingElse();
    }

    @Test
    void a_new_image_that_keeps_its_data_beside_the_volume_loses_it() {
        String before =
                SET.replace("example.com/orders:1", "postgres:17.4").replace("/srv/orders", "/var/lib/postgresql/data");
        Triple.replacing(before, "postgres:17.4", "postgres:18.1")
                .finds(DATA_LOSS, "database-major-version", CONTAINER + ".image", "postgres:17.4", "postgres:18.1")
                .finds(DATA_LOSS, "data-directory-moved", CONTAINER + ".image", "postgres:17.4", "postgres:18.1")
                .saying(
                        "data-directory-moved",
                        "The new image keeps its data in /var/lib/postgresql/18/docker instead of"
                                + " /var/lib/postgresql/data. No volume that outlives the pod is mounted there: it does"
                                + " not find the old data, and what it writes is lost with the container.")
                .finds(RESTART, ROLLOUT, CONTAINER + ".image", "postgres:17.4", "postgres:18.1")
                .andNothingElse();
    }

    @Test
    void a_new_image_keeps_the_data_directory_that_a_variable_names() {
        String before = SET.replace(
                "example.com/orders:1", "postgres:17\n        env: [{name: PGDATA, value: /srv/orders/pg}]");
        Triple.replacing(before, "postgres:17\n", "postgres:18\n").findsNo("data-directory-moved");
    }

    @Test
    void a_data_directory_from_a_ConfigMap_counts_like_one_from_the_manifest() {
        String config = """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: orders-settings, namespace: shop}
                data: {dir: /srv/orders/pg}
                """;
        String before = config
                + SET.replace(
                        "example.com/orders:1",
                        "postgres:17\n        env: [{name: PGDATA, valueFrom: {configMapKeyRef: {name: orders-settings,"
                                + " key: dir}}}]");
        Triple.replacing(before, "postgres:17\n", "postgres:18\n").findsNo("data-directory-moved");
    }

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
