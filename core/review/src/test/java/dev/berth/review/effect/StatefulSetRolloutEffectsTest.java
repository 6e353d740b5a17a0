package dev.berth.review.effect;

import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pods of a StatefulSet an update replaces: partitions, strategies and numbers of replicas. */
class StatefulSetRolloutEffectsTest {
    /** A database with three pods, each with a claim. */
    static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: db
              namespace: demo
            spec:
              serviceName: db
              replicas: 3
              selector:
                matchLabels:
                  app: db
              template:
                metadata:
                  labels:
                    app: db
                spec:
                  containers:
                    - name: postgres
                      image: postgres:17.1
                      env:
                        - name: PGDATA
                          value: /data/pgdata
                      resources:
                        limits:
                          memory: 1Gi
                      livenessProbe:
                        exec:
                          command: [pg_isready]
                      volumeMounts:
                        - name: data
                          mountPath: /data
              volumeClaimTemplates:
                - metadata:
                    name: data
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources:
                      requests:
                        storage: 1Gi
            """;

    private static final String IMAGE = "spec.template.spec.containers[postgres].image";

    @Test
    void a_partition_updates_only_some_pods() {
        String part = strategy("    rollingUpdate:\n      partition: 2\n");
        Triple.replacing(part, "postgres:17.1", "postgres:17.2")
                .finds(RESTART, "statefulset-partition", IMAGE, "postgres:17.1", "postgres:17.2")
                .saying(
                        "statefulset-partition",
                        "partition is 2: only these pods are replaced, in this order: db-2. These keep the old"
                                + " template, even when they are recreated: db-0 and db-1.")
                .andNothingElse();
    }

    @Test
    void a_partition_as_high_as_the_replicas_updates_no_pod() {
        String part = strategy("    rollingUpdate:\n      partition: 3\n");
        Triple.replacing(part, "postgres:17.1", "postgres:17.2")
                .finds(IN_PLACE, "statefulset-partition", IMAGE, "postgres:17.1", "postgres:17.2")
                .andNothingElse();
    }

    @Test
    void a_lower_partition_updates_more_pods() {
        String part = strategy("    rollingUpdate:\n      partition: 2\n");
        Triple.replacing(part, "partition: 2", "partition: 0")
                .finds(
                        RESTART,
                        "statefulset-partition-lowered",
                        "spec.updateStrategy.rollingUpdate.partition",
                        "2",
                        "0")
                .andNothingElse();
    }

    @Test
    void with_OnDelete_nothing_happens_until_someone_acts() {
        String onDelete = strategy("    type: OnDelete\n");
        Triple.replacing(onDelete, "postgres:17.1", "postgres:17.2")
                .finds(IN_PLACE, "statefulset-on-delete", IMAGE, "postgres:17.1", "postgres:17.2")
                .andNothingElse();
    }

    @Test
    void rolling_update_settings_that_the_server_set_prevent_OnDelete_even_as_null() {
        Triple.of(SET, strategy("    type: OnDelete\n"))
                .finds(REFUSED, "stateful-set-strategy", "spec.updateStrategy.type", "RollingUpdate", "OnDelete")
                .saying(
                        "stateful-set-strategy",
                        "Only allowed with type RollingUpdate. The API server refuses the whole update of the object,"
                                + " including changes that it would accept.")
                .andNothingElse();
        Triple.of(SET, strategy("    type: OnDelete\n    rollingUpdate: null\n"))
                .finds(REFUSED, "stateful-set-strategy", "spec.updateStrategy.rollingUpdate.partition", "0", "null");
    }

    /** Replicas and the first ordinal change together with the image. */
    @ParameterizedTest
    @CsvSource({
        "3, 5, 0, '3 pods are replaced one at a time, in the order db-2, db-1 and db-0; each pod is deleted before its successor"
                + " starts, and the next one waits until that is Ready. New with this change: db-3 and db-4.'",
        "3, 2, 0, '2 pods are replaced one at a time, in the order db-1 and db-0; each pod is deleted before its successor"
                + " starts, and the next one waits until that is Ready.'",
        "3, 3, 2, 'The existing pod, db-2, is deleted and recreated: the service is down until the new one is Ready. New with"
                + " this change: db-3 and db-4.'",
        "1, 2, 0, 'The existing pod, db-0, is deleted and recreated: the service is down until the new one is Ready. New with"
                + " this change: db-1.'",
    })
    void only_existing_pods_are_replaced(int from, int to, int start, String message) {
        Triple.of(
                        SET.replace("replicas: 3", "replicas: " + from),
                        SET.replace("replicas: 3", "replicas: " + to + "\n  ordinals: {start: " + start + "}")
                                .replace("17.1", "17.2"))
                .saying("statefulset-rolling-update", message);
    }

    @Test
    void pods_that_do_not_exist_yet_are_not_replaced() {
        Triple.of(SET.replace("replicas: 3", "replicas: 0"), SET.replace("17.1", "17.2"))
                .findsNo("statefulset-rolling-update");
        Triple.of(
                        SET,
                        SET.replace("replicas: 3", "replicas: 3\n  ordinals: {start: 7}")
                                .replace("17.1", "17.2"))
                .findsNo("statefulset-rolling-update");
    }

    private static String strategy(String lines) {
        return SET.replace("  replicas: 3\n", "  replicas: 3\n  updateStrategy:\n" + lines);
    }
}
