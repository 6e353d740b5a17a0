package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;

class ClusterEffectsTest {
    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: demo}
            spec:
              selector: {app: web}
              ports: [{name: http, port: 80}]
            """;
    private static final String WEB = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: demo}
            spec:
              replicas: 4
              selector: {matchLabels: {role: front}}
              template:
                metadata: {labels: {app: web, role: front}}
                spec:
                  containers: [{name: web, image: 'nginx:1.27'}]
            """;
    private static final String BUDGET = """
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web, namespace: demo}
            spec:
              maxUnavailable: 1
              selector: {matchLabels: {app: web}}
            """;
    private static final String NAMESPACE = """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: demo}
            """;
    private static final String BACKUP = """
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: backup, namespace: demo}
            spec:
              schedule: "0 3 * * *"
              suspend: false
              concurrencyPolicy: Forbid
              failedJobsHistoryLimit: 3
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: OnFailure
                      containers: [{name: dump, image: 'postgres:17'}]
            """;
    private static final String POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: demo}
            spec:
              podSelector: {}
              policyTypes: [Ingress]
              ingress: [{from: [{podSelector: {}}]}]
            """;

    @Test
    void a_Service_that_selects_nothing_has_no_endpoints() {
        Triple.of(SERVICE + WEB, SERVICE.replace("selector: {app: web}", "selector: {app: other}") + WEB)
                .finds(IN_PLACE, "service-selects-nothing", "spec.selector[app]", "web", "other")
                .saying(
                        "service-selects-nothing",
                        "No pods of the tree have these labels: the Service has no endpoints once this is applied."
                                + " It selected Deployment \"web\" in namespace \"demo\".")
                .andNothingElse();
    }

    @Test
    void pods_that_lose_a_label_leave_their_Service() {
        Triple.of(SERVICE + WEB, SERVICE + WEB.replace("app: web, role", "app: other, role"))
                .finds(IN_PLACE, "pods-leave-service", "spec.template.metadata.labels[app]", "web", "other")
                .finds(RESTART, "deployment-rolling-update", "spec.template.metadata.labels[app]", "web", "other")
                .andNothingElse();
    }

    @Test
    void the_name_of_a_deleted_Service_no_longer_resolves() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: demo}
                spec:
                  serviceName: web
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: db, image: 'redis:7'}]}
                ---
                """;
        Triple.of(set + SERVICE, set)
                .finds(DELETED, "service-gone", "", "null", "null")
                .saying(
                        "service-gone",
                        "Clients of web.demo no longer reach anything once it is deleted. The pods no longer have"
                                + " addresses under it either, such as db-0.web.demo.")
                .andNothingElse();
        Triple.of(SERVICE, "").finds(DELETED, "deleted", "", "null", "null").andNothingElse();
    }

    @Test
    void the_address_of_a_Service_cannot_change() {
        Triple.of(SERVICE, SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"))
                .finds(REFUSED, "service-cluster-ip", "spec.clusterIP", "null", "None")
                .andNothingElse();
    }

    @Test
    void a_headless_Service_stays_headless_even_if_clusterIP_is_removed() {
        Triple.of(SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"), SERVICE)
                .finds(IN_PLACE, "service-stays-headless", "spec.clusterIP", "None", "null")
                .andNothingElse();
    }

    @Test
    void clients_of_an_old_port_cannot_connect() {
        Triple.replacing(SERVICE, "{name: http, port: 80}", "{name: http, port: 80, targetPort: 8080}")
                .finds(IN_PLACE, "service-port-changed", "spec.ports[80].targetPort", "80", "8080")
                .andNothingElse();
    }

    @Test
    void a_rollout_of_a_Deployment_is_reported_with_how_many_pods_overlap() {
        Triple.replacing(WEB, "nginx:1.27", "nginx:1.28")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .saying(
                        "deployment-rolling-update",
                        "All 4 pods are replaced, in no particular order; never more than 5 at a time, and never"
                                + " fewer than 3 that"
                                + " are available.")
                .andNothingElse();
    }

    @Test
    void Recreate_causes_downtime() {
        String recreate = WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n");
        Triple.replacing(recreate, "nginx:1.27", "nginx:1.28")
                .finds(
                        RESTART,
                        "deployment-recreate",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .andNothingElse();
    }

    @Test
    void rolling_update_settings_that_the_server_set_prevent_Recreate() {
        Triple.of(WEB, WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n"))
                .saying(
                        "strategy-leftover",
                        "No pod is replaced. The server set strategy.rollingUpdate when the object was created, and a"
                                + " server-side apply keeps it: together with Recreate it is refused.");
    }

    @Test
    void a_DaemonSet_may_keep_unused_rolling_update_settings() {
        String agent = WEB.replace("Deployment", "DaemonSet").replace("  replicas: 4\n", "");
        Triple.of(agent, agent.replace("  selector:", "  updateStrategy: {type: OnDelete}\n  selector:"))
                .findsNo("strategy-leftover");
    }

    @Test
    void the_selector_of_a_Deployment_cannot_change() {
        Triple.replacing(WEB, "matchLabels: {role: front}", "matchLabels: {app: web}")
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels", "role: front", "app: web")
                .saying(
                        "workload-selector",
                        "Cannot change after the object is created. The API server refuses the whole update of the"
                                + " object, including changes that it would accept.")
                .andNothingElse();
    }

    @Test
    void without_a_budget_a_drain_may_evict_all_pods() {
        Triple.of(WEB + BUDGET, WEB)
                .finds(DELETED, "budget-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_budget_that_allows_no_eviction_blocks_every_drain() {
        Triple.replacing(BUDGET, "maxUnavailable: 1", "maxUnavailable: 0")
                .finds(IN_PLACE, "budget-allows-nothing", "spec.maxUnavailable", "1", "0")
                .andNothingElse();
    }

    @Test
    void deleting_a_namespace_deletes_everything_in_it() {
        Triple.of(NAMESPACE + SERVICE, SERVICE)
                .finds(DATA_LOSS, "namespace-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_stricter_namespace_refuses_pods_when_they_are_recreated() {
        Triple.of(
                        NAMESPACE,
                        NAMESPACE.replace(
                                "{name: demo}",
                                "{name: demo, labels: {pod-security.kubernetes.io/enforce: restricted}}"))
                .finds(
                        IN_PLACE,
                        "namespace-pod-security",
                        "metadata.labels[pod-security.kubernetes.io/enforce]",
                        "null",
                        "restricted")
                .andNothingElse();
    }

    @Test
    void a_suspended_backup_no_longer_runs() {
        Triple.replacing(BACKUP, "suspend: false", "suspend: true")
                .finds(DATA_LOSS, "cronjob-suspended", "spec.suspend", "false", "true")
                .andNothingElse();
    }

    @Test
    void a_backup_that_is_replaced_may_never_finish() {
        Triple.replacing(BACKUP, "concurrencyPolicy: Forbid", "concurrencyPolicy: Replace")
                .finds(DATA_LOSS, "cronjob-replaces", "spec.concurrencyPolicy", "Forbid", "Replace")
                .andNothingElse();
    }

    @Test
    void a_policy_without_rules_cuts_off_its_pods() {
        Triple.replacing(POLICY, "  ingress: [{from: [{podSelector: {}}]}]\n", "")
                .finds(IN_PLACE, "network-policy-denies-all", "spec.ingress", "[{from: [{podSelector: {}}]}]", "null")
                .andNothingElse();
    }

    @Test
    void a_removed_policy_opens_its_pods() {
        Triple.of(POLICY + SERVICE, SERVICE)
                .finds(DELETED, "network-policy-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void created_and_deleted_objects_are_reported() {
        Triple.of(SERVICE, SERVICE.replace("name: web", "name: other"))
                .finds(CREATED, "created", "", "null", "null")
                .finds(DELETED, "deleted", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_custom_resource_changes_in_place() {
        String custom = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {size: 1}\n";
        Triple.replacing(custom, "size: 1", "size: 2")
                .finds(IN_PLACE, "changed", "spec.size", "1", "2")
                .andNothingElse();
    }
}
