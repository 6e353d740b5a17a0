package dev.berth.review.effect;

import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;

class StatefulSetEffectsTest {
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
    void the_same_object_in_a_different_notation_is_not_a_change() {
        Triple.of(
                        SET,
                        SET.replace("  replicas: 3\n", "  replicas: 3\n  podManagementPolicy: OrderedReady\n")
                                .replace("storage: 1Gi", "storage: 1024Mi"))
                .andNothingElse();
    }

    @Test
    void scaling_to_zero_stops_the_service() {
        Triple.replacing(SET, "replicas: 3", "replicas: 0")
                .finds(RESTART, "scale-to-zero", "spec.replicas", "3", "0")
                .andNothingElse();
    }

    @Test
    void scaling_up_is_in_place() {
        Triple.replacing(SET, "replicas: 3", "replicas: 5")
                .finds(IN_PLACE, "changed", "spec.replicas", "3", "5")
                .andNothingElse();
    }

    @Test
    void a_refused_update_restarts_nothing() {
        Triple.of(SET, SET.replace("serviceName: db", "serviceName: peers").replace("17.1", "17.2"))
                .finds(REFUSED, "statefulset-spec-immutable", "spec.serviceName", "db", "peers")
                .saying(
                        "statefulset-spec-immutable",
                        "Forbidden: only the fields replicas, ordinals, template, updateStrategy,"
                                + " revisionHistoryLimit, persistentVolumeClaimRetentionPolicy and minReadySeconds may"
                                + " change. The API server refuses the whole update of the object, including changes"
                                + " that it would accept.")
                .andNothingElse();
    }

    @Test
    void a_new_template_restarts_the_pods_from_the_highest_ordinal_down() {
        Triple.replacing(SET, "postgres:17.1", "postgres:17.2")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:17.2")
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced one at a time, in the order db-2, db-1 and db-0; each pod is deleted"
                                + " before its successor starts, and the next one waits until that is Ready.")
                .andNothingElse();
    }

    @Test
    void clients_of_a_Service_for_one_pod_are_cut_off_while_that_pod_is_replaced() {
        String service = """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: primary, namespace: demo}
                spec:
                  selector: {app: db, statefulset.kubernetes.io/pod-name: db-0}
                  ports: [{port: 5432}]
                """;
        Triple.of(SET + service, SET.replace("17.1", "17.2") + service)
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:17.2")
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced one at a time, in the order db-2, db-1 and db-0; each pod is deleted"
                                + " before its successor starts, and the next one waits until that is Ready. Service"
                                + " primary leads to db-0 only: its clients are cut off while that pod is replaced.")
                .andNothingElse();
        Triple.of(SET + service, SET + service.replace("db-0", "db-1"))
                .finds(IN_PLACE, "changed", "spec.selector[statefulset.kubernetes.io/pod-name]", "db-0", "db-1")
                .andNothingElse();
        Triple.of(SET + service, SET + service.replace("db-0", "db-3"))
                .finds(
                        IN_PLACE,
                        "service-selects-nothing",
                        "spec.selector[statefulset.kubernetes.io/pod-name]",
                        "db-0",
                        "db-3")
                .andNothingElse();
    }

    @Test
    void a_Service_for_one_pod_has_no_endpoints_once_that_pod_is_deleted() {
        String service = """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: last, namespace: demo}
                spec:
                  selector: {app: db, statefulset.kubernetes.io/pod-name: db-2}
                  ports: [{port: 5432}]
                """;
        Triple.of(SET + service, SET.replace("replicas: 3", "replicas: 2") + service)
                .finds(DATA_LOSS, "scale-down-keeps-claims", "spec.replicas", "3", "2")
                .finds(IN_PLACE, "pods-leave-service", "spec.replicas", "3", "2")
                .saying(
                        "pods-leave-service",
                        "Service \"last\" in namespace \"demo\" only selects these pods: it has no endpoints once"
                                + " they are deleted.")
                .andNothingElse();
    }

    @Test
    void a_new_template_of_a_single_replica_causes_downtime() {
        String one = SET.replace("replicas: 3", "replicas: 1");
        Triple.replacing(one, "postgres:17.1", "postgres:17.2")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:17.2")
                .saying(
                        "statefulset-rolling-update",
                        "The only pod, db-0, is deleted and recreated: the service is down until the new one is Ready.")
                .andNothingElse();
    }

    @Test
    void a_parallel_set_recreates_failed_pods_in_no_order() {
        String parallel = SET.replace("  replicas: 3\n", "  replicas: 3\n  podManagementPolicy: Parallel\n");
        Triple.replacing(parallel, "postgres:17.1", "postgres:17.2")
                .finds(RESTART, "statefulset-rolling-update", IMAGE, "postgres:17.1", "postgres:17.2")
                .saying(
                        "statefulset-rolling-update",
                        "3 pods are replaced one at a time, in the order db-2, db-1 and db-0; each pod is deleted"
                                + " before its successor starts, and the next one waits until that is Ready."
                                + " podManagementPolicy is Parallel: failed or missing pods are recreated all at"
                                + " once and in no particular order, even in the middle of the rollout.")
                .andNothingElse();
    }

    @Test
    void a_removed_probe_and_limit_are_reported() {
        String path = "spec.template.spec.containers[postgres].";
        String probe = "{exec: {command: [pg_isready]}, failureThreshold: 3, periodSeconds: 10, successThreshold: 1,"
                + " timeoutSeconds: 1}";
        Triple.of(
                        SET,
                        SET.replace(
                                        "          livenessProbe:\n            exec:\n              command: [pg_isready]\n",
                                        "")
                                .replace(
                                        "            limits:\n              memory: 1Gi\n",
                                        "            requests:\n              memory: 1Gi\n"))
                .finds(RESTART, "probe-removed", path + "livenessProbe", probe, "null")
                .finds(RESTART, "limit-removed", path + "resources.limits[memory]", "1Gi", "null")
                .finds(RESTART, "statefulset-rolling-update", path + "livenessProbe", probe, "null")
                .finds(RESTART, "statefulset-rolling-update", path + "resources.limits[memory]", "1Gi", "null")
                .finds(RESTART, "statefulset-rolling-update", path + "resources.requests[memory]", "null", "1Gi")
                .andNothingElse();
    }

    @Test
    void a_grace_period_of_zero_is_a_data_loss() {
        Triple.of(
                        SET,
                        SET.replace(
                                "    spec:\n      containers",
                                "    spec:\n      terminationGracePeriodSeconds: 0\n      containers"))
                .finds(DATA_LOSS, "grace-period-zero", "spec.template.spec.terminationGracePeriodSeconds", "30", "0")
                .finds(
                        RESTART,
                        "statefulset-rolling-update",
                        "spec.template.spec.terminationGracePeriodSeconds",
                        "30",
                        "0")
                .andNothingElse();
    }
}
