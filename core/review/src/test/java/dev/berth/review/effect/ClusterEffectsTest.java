package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** One part of a port changes, and what clients notice. */
    @ParameterizedTest
    @CsvSource({
        "'name: http,', 'name: web,', name, http, web, 'The number stays, so clients that use it are not affected. What names"
                + " the port finds nothing under the old name: backends of an Ingress, SRV records, monitors.'",
        "'targetPort: 8080', 'targetPort: 9090', targetPort, 8080, 9090, 'Clients use the same port. Their connections go to"
                + " the new port of the pods, and fail if nothing listens there.'",
        "'nodePort: 30080', 'nodePort: 30081', nodePort, 30080, 30081, 'Clients within the cluster are not affected. Those"
                + " that use the port of the nodes cannot connect to the old number once this is applied.'",
        "'appProtocol: http', 'appProtocol: https', appProtocol, http, https, 'The port stays open. Only an Ingress controller"
                + " or a service mesh may handle its traffic in another way.'",
    })
    void clients_only_notice_the_part_of_a_port_that_they_use(
            String text, String by, String part, String from, String to, String message) {
        String service = SERVICE.replace(
                        "{name: http, port: 80}",
                        "{name: http, port: 80, targetPort: 8080, nodePort: 30080, appProtocol: http}")
                .replace("spec:\n", "spec:\n  type: NodePort\n");
        Triple.replacing(service, text, by)
                .finds(IN_PLACE, "service-port-changed", "spec.ports[80]." + part, from, to)
                .saying("service-port-changed", message)
                .andNothingElse();
    }

    @Test
    void clients_of_an_old_port_cannot_connect_and_those_of_a_new_one_can() {
        Triple.replacing(SERVICE, "port: 80}", "port: 8080}")
                .finds(
                        IN_PLACE,
                        "service-port-changed",
                        "spec.ports[80]",
                        "{name: http, port: 80, protocol: TCP, targetPort: 80}",
                        "null")
                .saying("service-port-changed", "Clients that use the old port cannot connect once this is applied.")
                .finds(
                        IN_PLACE,
                        "service-port-changed",
                        "spec.ports[8080]",
                        "null",
                        "{name: http, port: 8080, protocol: TCP, targetPort: 8080}")
                .saying("service-port-changed", "Clients may use this port once it is applied.")
                .andNothingElse();
    }

    @Test
    void a_Service_loses_its_endpoints_if_only_its_half_of_a_change_is_accepted() {
        String set = """
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: store, namespace: demo}
                spec:
                  serviceName: store
                  selector: {matchLabels: {app: store}}
                  template:
                    metadata: {labels: {app: store}}
                    spec: {containers: [{name: store, image: 'redis:7'}]}
                """;
        String service = SERVICE.replace("web", "store");
        Triple.of(service + set, (service + set).replace("app: store", "app: store, tier: data"))
                .finds(REFUSED, "statefulset-spec-immutable", "spec.selector.matchLabels[tier]", "null", "data")
                .finds(IN_PLACE, "service-selects-nothing", "spec.selector[tier]", "null", "data")
                .saying(
                        "service-selects-nothing",
                        "No pods of the tree have these labels: the Service has no endpoints once this is applied. It"
                                + " selected StatefulSet \"store\" in namespace \"demo\". The API server refuses the"
                                + " change that adds them to StatefulSet \"store\" in namespace \"demo\", and the Service"
                                + " changes all the same.")
                .andNothingElse();
        String rolledOut = set.replace(
                "template:\n    metadata: {labels: {app: store}}",
                "template:\n    metadata: {labels: {app: store, tier: data}}");
        Triple.of(service + set, service.replace("app: store", "app: store, tier: data") + rolledOut)
                .findsNo("service-selects-nothing");
    }

    @Test
    void pods_keep_their_labels_and_their_Service_if_the_change_of_the_labels_is_refused() {
        String refused = WEB.replace("{role: front}}", "{role: front, app: other}}")
                .replace("app: web, role", "app: other, role");
        Triple.of(SERVICE + WEB, SERVICE + refused)
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels[app]", "null", "other")
                .andNothingElse();
    }

    @Test
    void a_label_that_is_no_string_is_a_refusal_and_not_a_change_of_defaults() {
        String headless = SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n");
        Triple.replacing(headless, "{app: web}", "{app: 7}")
                .finds(REFUSED, "wrong-type", "spec.selector[app]", "web", "7")
                .andNothingElse();
        Triple.of(headless.replace("{app: web}", "{app: 7}"), headless).findsNo("wrong-type");
    }

    @Test
    void a_Deployment_replaces_the_pods_that_it_has_and_creates_the_rest() {
        Triple.of(WEB, WEB.replace("replicas: 4", "replicas: 6").replace("1.27", "1.28"))
                .saying(
                        "deployment-rolling-update",
                        "All 4 pods are replaced by 6, in no particular order; never more than 8 at a time, and never"
                                + " fewer than 5 that are available.");
        Triple.of(WEB.replace("replicas: 4", "replicas: 0"), WEB.replace("1.27", "1.28"))
                .findsNo("deployment-rolling-update");
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
                .finds(REFUSED, "deployment-strategy", "spec.strategy.type", "RollingUpdate", "Recreate")
                .andNothingElse();
    }

    @Test
    void settings_of_a_rolling_update_that_the_manifest_states_go_with_the_strategy() {
        String stated = WEB.replace(
                "  replicas: 4\n",
                "  replicas: 4\n  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n");
        Triple.of(stated, WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n"))
                .findsNo("deployment-strategy");
    }

    @Test
    void a_DaemonSet_may_keep_unused_rolling_update_settings() {
        String agent = WEB.replace("Deployment", "DaemonSet").replace("  replicas: 4\n", "");
        Triple.of(agent, agent.replace("  selector:", "  updateStrategy: {type: OnDelete}\n  selector:"))
                .findsNo("daemon-set-strategy");
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
