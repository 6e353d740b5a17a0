package dev.berth.review.effect;

import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;

class ConfigEffectsTest {
    private static final String TREE = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: app, namespace: demo}
            data:
              LEVEL: info
              app.conf: one
              sub.conf: one
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: demo}
            stringData:
              password: first-secret
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: demo}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: nginx:1.27
                      env:
                        - name: LEVEL
                          valueFrom: {configMapKeyRef: {name: app, key: LEVEL}}
                      volumeMounts:
                        - {name: conf, mountPath: /conf}
                        - {name: one, mountPath: /one/sub.conf, subPath: sub.conf}
                  volumes:
                    - name: conf
                      configMap: {name: app, items: [{key: app.conf, path: app.conf}]}
                    - name: one
                      configMap: {name: app}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: demo}
            spec:
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: postgres
                      image: postgres:17
                      env:
                        - name: POSTGRES_PASSWORD
                          valueFrom: {secretKeyRef: {name: db, key: password}}
                      volumeMounts:
                        - {name: data, mountPath: /var/lib/postgresql/data}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 1Gi}}
            """;

    @Test
    void a_new_value_of_a_key_in_environment_variables_reaches_no_pod() {
        Triple.replacing(TREE, "LEVEL: info", "LEVEL: debug")
                .finds(IN_PLACE, "config-not-reloaded", "data[LEVEL]", "info", "debug")
                .saying(
                        "config-not-reloaded",
                        "No pod restarts, so none uses the new LEVEL: Deployment web reads it as environment"
                                + " variable LEVEL. Those pods keep the old value until they are recreated, but a"
                                + " pod that fails in the meantime restarts with the new one.")
                .andNothingElse();
    }

    @Test
    void a_new_value_of_a_key_mounted_with_subPath_reaches_no_pod() {
        Triple.replacing(TREE, "sub.conf: one", "sub.conf: two")
                .finds(IN_PLACE, "config-not-reloaded", "data[sub.conf]", "one", "two")
                .saying(
                        "config-not-reloaded",
                        "No pod restarts, so none uses the new sub.conf: Deployment web reads it as a file mounted"
                                + " with subPath. Those pods keep the old value until they are recreated, but a pod"
                                + " that fails in the meantime restarts with the new one.")
                .andNothingElse();
    }

    @Test
    void a_key_in_a_mounted_directory_changes_while_the_pods_run() {
        Triple.replacing(TREE, "app.conf: one", "app.conf: two")
                .finds(IN_PLACE, "config-refreshed", "data[app.conf]", "one", "two")
                .andNothingElse();
    }

    @Test
    void a_refused_restart_does_not_apply_a_new_value() {
        String changed = TREE.replace("first-secret", "second-secret").replace("postgres:17", "postgres:17.1");
        Triple.of(TREE, changed)
                .saying("config-refreshed", "StatefulSet db uses it after the restart that this change causes anyway.");
        Triple.of(TREE, changed.replace("storage: 1Gi", "storage: 2Gi"))
                .saying(
                        "config-not-reloaded",
                        "No pod restarts, so none uses the new password: StatefulSet db reads it as environment"
                                + " variable POSTGRES_PASSWORD. Those pods keep the old value until they are"
                                + " recreated, but a pod that fails in the meantime restarts with the new one.")
                .findsNo("config-refreshed");
    }

    @Test
    void a_hash_of_the_content_in_the_template_restarts_the_pods_that_read_it() {
        String hashed = TREE.replace(
                "metadata: {labels: {app: web}}", "metadata: {labels: {app: web}, annotations: {config-hash: aaa}}");
        Triple.of(hashed, hashed.replace("LEVEL: info", "LEVEL: debug").replace("aaa", "bbb"))
                .finds(IN_PLACE, "config-refreshed", "data[LEVEL]", "info", "debug")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        "spec.template.metadata.annotations[config-hash]",
                        "aaa",
                        "bbb")
                .andNothingElse();
    }

    @Test
    void a_container_that_reloads_the_server_makes_it_use_the_new_value() {
        String reloaded = TREE.replace(
                "metadata: {labels: {app: web}}",
                "metadata: {labels: {app: web}, annotations: {berth.dev/reload-container: web}}");
        Triple.replacing(reloaded, "app.conf: one", "app.conf: two")
                .finds(IN_PLACE, "config-refreshed", "data[app.conf]", "one", "two")
                .saying(
                        "config-refreshed",
                        "Within a minute or two, the container web of Deployment web makes the running server use it,"
                                + " without a restart.")
                .andNothingElse();
    }

    @Test
    void a_file_of_pods_that_restart_anyway_is_used_after_the_restart() {
        Triple.of(TREE, TREE.replace("app.conf: one", "app.conf: two").replace("nginx:1.27", "nginx:1.28"))
                .saying("config-refreshed", "Deployment web uses it after the restart that this change causes anyway.");
    }

    @Test
    void a_password_is_never_shown_and_not_applied_to_a_database_that_has_data() {
        Triple.replacing(TREE, "first-secret", "second-secret")
                .finds(IN_PLACE, "config-not-reloaded", "data[password]", "(not shown)", "(not shown)")
                .finds(IN_PLACE, "database-init-variable", "data[password]", "(not shown)", "(not shown)")
                .andNothingElse();
    }

    @Test
    void immutable_cannot_be_undone() {
        Triple.of(TREE, TREE.replace("data:\n  LEVEL", "immutable: true\ndata:\n  LEVEL"))
                .finds(IN_PLACE, "turns-immutable", "immutable", "null", "true")
                .andNothingElse();
    }

    @Test
    void a_change_of_the_data_of_an_immutable_ConfigMap_is_refused() {
        String closed = TREE.replace("data:\n  LEVEL", "immutable: true\ndata:\n  LEVEL");
        Triple.replacing(closed, "app.conf: one", "app.conf: two")
                .finds(REFUSED, "configmap-immutable", "data[app.conf]", "one", "two")
                .andNothingElse();
    }

    @Test
    void pods_do_not_start_without_a_key_that_an_environment_variable_names() {
        Triple.replacing(TREE, "  LEVEL: info\n", "")
                .finds(IN_PLACE, "config-key-gone", "data[LEVEL]", "info", "null")
                .saying(
                        "config-key-gone",
                        "Running pods continue, but none starts again without LEVEL: Deployment web reads it as"
                                + " environment variable LEVEL (CreateContainerConfigError).")
                .andNothingElse();
    }

    @Test
    void pods_that_restart_with_the_change_do_not_start_without_the_key() {
        Triple.of(TREE, TREE.replace("  LEVEL: info\n", "").replace("nginx:1.27", "nginx:1.28"))
                .finds(RESTART, "config-key-gone", "data[LEVEL]", "info", "null")
                .saying(
                        "config-key-gone",
                        "The pods that this change restarts do not start without LEVEL: Deployment web reads it as"
                                + " environment variable LEVEL (CreateContainerConfigError).")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .andNothingElse();
    }

    @Test
    void pods_do_not_start_without_a_key_that_items_name() {
        Triple.replacing(TREE, "  app.conf: one\n", "")
                .finds(IN_PLACE, "config-key-gone", "data[app.conf]", "one", "null")
                .saying(
                        "config-key-gone",
                        "Running pods continue, but none starts again without app.conf: Deployment web mounts it"
                                + " (FailedMount).")
                .andNothingElse();
    }

    @Test
    void pods_start_without_a_key_that_is_optional_or_that_nothing_names() {
        String optional = TREE.replace("key: LEVEL}", "key: LEVEL, optional: true}")
                .replace("name: app, items", "name: app, optional: true, items");
        Triple.replacing(optional, "  LEVEL: info\n", "").findsNo("config-key-gone");
        Triple.replacing(optional, "  app.conf: one\n", "").findsNo("config-key-gone");
        Triple.replacing(TREE, "  sub.conf: one\n", "").findsNo("config-key-gone");
    }

    @Test
    void pods_do_not_start_without_a_ConfigMap_or_Secret_that_they_read() {
        String settings = TREE.substring(0, TREE.indexOf("---"));
        Triple.replacing(TREE, settings, "")
                .finds(DELETED, "config-gone", "", "null", "null")
                .saying(
                        "config-gone",
                        "Running pods continue, but none starts again once it is deleted: Deployment web reads it as"
                                + " environment variable LEVEL (CreateContainerConfigError) and mounts it"
                                + " (FailedMount).")
                .andNothingElse();
    }

    @Test
    void an_optional_or_unused_ConfigMap_may_be_deleted() {
        String unused = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: unused, namespace: demo}\ndata: {}\n";
        Triple.of(TREE + unused, TREE)
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_workload_that_is_refused_still_reads_the_old_key() {
        String refused = TREE.replace("  LEVEL: info\n", "")
                .replace(
                        "                  valueFrom: {configMapKeyRef: {name: app, key: LEVEL}}".substring(8),
                        "          value: debug")
                .replace("matchLabels: {app: web}", "matchLabels: {app: front}");
        Triple.of(TREE, refused)
                .saying(
                        "config-key-gone",
                        "Running pods continue, but none starts again without LEVEL: Deployment web reads it as"
                                + " environment variable LEVEL (CreateContainerConfigError).");
    }

    @Test
    void a_key_removed_from_stringData_stays_in_the_Secret() {
        String two = TREE.replace("  password: first-secret\n", "  password: first-secret\n  user: me\n");
        Triple.replacing(two, "  user: me\n", "").andNothingElse();
    }
}
