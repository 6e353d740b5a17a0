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
                        "No pods of the tree carry these labels: the Service has no endpoints from the moment that this is"
                                + " applied. It led to Deployment \"web\" in namespace \"demo\".")
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
    void a_deleted_Service_takes_its_name_along() {
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
                        "Clients of web.demo find nothing from the moment that it is gone. The pods have no addresses"
                                + " under it any more either, such as db-0.web.demo.")
                .andNothingElse();
        Triple.of(SERVICE, "").finds(DELETED, "deleted", "", "null", "null").andNothingElse();
    }

    @Test
    void a_Service_keeps_its_address() {
        Triple.of(SERVICE, SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"))
                .finds(REFUSED, "service-cluster-ip", "spec.clusterIP", "null", "None")
                .andNothingElse();
    }

    @Test
    void a_headless_Service_stays_headless_whatever_is_left_out() {
        Triple.of(SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"), SERVICE)
                .finds(IN_PLACE, "service-stays-headless", "spec.clusterIP", "None", "null")
                .andNothingElse();
    }

    @Test
    void clients_of_an_old_port_find_nothing() {
        Triple.replacing(SERVICE, "{name: http, port: 80}", "{name: http, port: 80, targetPort: 8080}")
                .finds(IN_PLACE, "service-port-changed", "spec.ports[80].targetPort", "80", "8080")
                .andNothingElse();
    }

    @Test
    void a_Deployment_says_how_many_pods_overlap() {
        Triple.replacing(WEB, "nginx:1.27", "nginx:1.28")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .saying(
                        "deployment-rolling-update",
                        "All 4 pods are replaced, in no order; never more than 5 at a time, and never fewer than 3 that"
                                + " are available.")
                .andNothingElse();
    }

    @Test
    void Recreate_is_a_downtime() {
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
    void settings_of_rolling_updates_that_the_server_filled_in_stand_in_the_way_of_Recreate() {
        Triple.of(WEB, WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n"))
                .saying(
                        "strategy-leftover",
                        "No pod is replaced. The server filled in strategy.rollingUpdate when the object was made, and a"
                                + " server-side apply leaves it there: beside Recreate it is refused.");
    }

    @Test
    void a_DaemonSet_may_keep_settings_of_rolling_updates_that_it_does_not_use() {
        String agent = WEB.replace("Deployment", "DaemonSet").replace("  replicas: 4\n", "");
        Triple.of(agent, agent.replace("  selector:", "  updateStrategy: {type: OnDelete}\n  selector:"))
                .findsNo("strategy-leftover");
    }

    @Test
    void a_Deployment_keeps_its_selector() {
        Triple.replacing(WEB, "matchLabels: {role: front}", "matchLabels: {app: web}")
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels[role]", "front", "null")
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels[app]", "null", "web")
                .andNothingElse();
    }

    @Test
    void a_removed_budget_lets_a_drain_take_all_pods() {
        Triple.of(WEB + BUDGET, WEB)
                .finds(DELETED, "budget-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_budget_of_nothing_stops_every_drain() {
        Triple.replacing(BUDGET, "maxUnavailable: 1", "maxUnavailable: 0")
                .finds(IN_PLACE, "budget-allows-nothing", "spec.maxUnavailable", "1", "0")
                .andNothingElse();
    }

    @Test
    void a_namespace_takes_everything_along() {
        Triple.of(NAMESPACE + SERVICE, SERVICE)
                .finds(DATA_LOSS, "namespace-gone", "", "null", "null")
                .andNothingElse();
    }

    @Test
    void a_stricter_namespace_refuses_pods_when_they_are_made_anew() {
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
    void a_suspended_backup_is_no_backup() {
        Triple.replacing(BACKUP, "suspend: false", "suspend: true")
                .finds(DATA_LOSS, "cronjob-suspended", "spec.suspend", "false", "true")
                .andNothingElse();
    }

    @Test
    void a_backup_that_is_replaced_may_never_end() {
        Triple.replacing(BACKUP, "concurrencyPolicy: Forbid", "concurrencyPolicy: Replace")
                .finds(DATA_LOSS, "cronjob-replaces", "spec.concurrencyPolicy", "Forbid", "Replace")
                .andNothingElse();
    }

    @Test
    void a_policy_without_rules_cuts_its_pods_off() {
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
    void an_object_that_comes_or_goes_is_told() {
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
