package dev.berth.review.effect;

import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a process still finds its data directory after a change of paths, variables or images. */
class DataDirectoryEffectsTest {
    private static final String CLAIM = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: orders-disk, namespace: shop}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 8Gi}}
            """;

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

    private static final String CONTAINER = "spec.template.spec.containers[server]";
    private static final String ROLLOUT = "statefulset-rolling-update";

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
}
