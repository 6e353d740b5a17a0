package dev.berth.review.effect;

import static dev.berth.finding.Effect.CREATED;
import static dev.berth.finding.Effect.DATA_LOSS;
import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;

import org.junit.jupiter.api.Test;

/** What a change means for drains, namespaces, backups, policies and custom resources. */
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
