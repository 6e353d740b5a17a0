package dev.berth.rules.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadRulesTest {
    private static final String TEMPLATE =
            "selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c,"
                    + " image: i}]}}";

    private static Expectation workload(String kind, String name, String spec) {
        return Expectation.of("""
                apiVersion: apps/v1
                kind: %s
                metadata: {name: %s}
                spec: {%s}
                """.formatted(kind, name, spec));
    }

    @Test
    void the_name_of_a_stateful_set_must_be_valid_in_its_pods() {
        workload("StatefulSet", "my.db", TEMPLATE).finds("name FieldValueInvalid metadata.name");
        workload("StatefulSet", "a".repeat(64), TEMPLATE).finds("name FieldValueInvalid metadata.name");
        workload("StatefulSet", "db", TEMPLATE).isAccepted();
    }

    @Test
    void a_workload_must_select_its_own_pods() {
        workload(
                        "StatefulSet",
                        "db",
                        "template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: i}]}}")
                .finds(
                        "selector FieldValueRequired spec.selector",
                        "selector-matches-template FieldValueInvalid spec.template.metadata.labels");
        workload("Deployment", "web", TEMPLATE.replace("matchLabels: {app: a}", "matchLabels: {app: b}"))
                .finds("selector-matches-template FieldValueInvalid spec.template.metadata.labels");
        workload("DaemonSet", "agent", TEMPLATE.replace("matchLabels: {app: a}", ""))
                .finds("daemon-set-selector-empty FieldValueInvalid spec.selector");
    }

    @Test
    void an_invalid_selector_hides_findings_for_the_template() {
        String broken = TEMPLATE.replace("matchLabels: {app: a}", "matchExpressions: [{key: app, operator: Is}]")
                .replace("image: i", "image: ''");
        workload("StatefulSet", "db", broken)
                .finds(
                        "selector-operator FieldValueInvalid spec.selector.matchExpressions[0].operator",
                        "selector-invalid FieldValueInvalid spec.selector");
    }

    @Test
    void policies_of_a_stateful_set_are_reported_where_the_server_reports_them() {
        workload(
                        "StatefulSet",
                        "db",
                        "serviceName: a.b, podManagementPolicy: Serial, updateStrategy: {type: Recreate},"
                                + " persistentVolumeClaimRetentionPolicy: {whenDeleted: delete}, " + TEMPLATE)
                .finds(
                        "stateful-set-service FieldValueInvalid spec.serviceName",
                        "pod-management-policy FieldValueInvalid spec.podManagementPolicy",
                        "stateful-set-strategy FieldValueInvalid spec.updateStrategy",
                        "claim-retention FieldValueNotSupported"
                                + " spec.persistentVolumeClaimRetentionPolicy.whenDeleted");
    }

    @Test
    void a_claim_template_is_a_volume_of_its_pods() {
        String mounted = TEMPLATE.replace("image: i", "image: i, volumeMounts: [{name: data, mountPath: /d}]");
        String claim = "volumeClaimTemplates: [{metadata: {name: %s}, spec: {accessModes: [ReadWriteOnce],"
                + " resources: {requests: {storage: %s}}}}], ";
        workload("StatefulSet", "db", claim.formatted("data", "1Gi") + mounted).isAccepted();
        workload("StatefulSet", "db", claim.formatted("My_Data", "0") + TEMPLATE)
                .finds(
                        "claim-storage FieldValueInvalid spec.volumeClaimTemplates[0].spec.resources[storage]",
                        "volume-name FieldValueInvalid spec.template.spec.volumes[0].name");
    }

    @Test
    void a_deployment_must_be_able_to_make_progress() {
        workload("Deployment", "web", "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}, " + TEMPLATE)
                .finds("rolling-update-stuck FieldValueInvalid spec.strategy.rollingUpdate.maxUnavailable");
        workload("Deployment", "web", "minReadySeconds: 600, " + TEMPLATE)
                .finds("progress-deadline FieldValueInvalid spec.progressDeadlineSeconds");
        workload("Deployment", "web", "strategy: {type: Never}, " + TEMPLATE)
                .finds("deployment-strategy FieldValueNotSupported spec.strategy");
    }

    @Test
    void a_daemon_set_uses_either_max_surge_or_max_unavailable() {
        workload("DaemonSet", "agent", "updateStrategy: {rollingUpdate: {maxSurge: 1}}, " + TEMPLATE)
                .finds("daemon-set-rolling-update FieldValueInvalid spec.updateStrategy.rollingUpdate.maxSurge");
        workload("DaemonSet", "agent", TEMPLATE).isAccepted();
    }

    @Test
    void a_disruption_budget_has_one_number_or_percentage() {
        String budget = """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: %s}
                spec: {%s}
                """;
        Expectation.of(budget.formatted(
                        "b", "minAvailable: 101%, maxUnavailable: '1', unhealthyPodEvictionPolicy: Never"))
                .finds(
                        "budget-both FieldValueInvalid spec",
                        "percent-above-100 FieldValueInvalid spec.minAvailable",
                        "count-or-percent FieldValueInvalid spec.maxUnavailable",
                        "budget-unhealthy-pods FieldValueNotSupported spec.unhealthyPodEvictionPolicy");
        Expectation.of(budget.formatted("a/b", "")).finds("name-path-step FieldValueInvalid metadata.name");
        Expectation.of(budget.formatted("Odd_Name", "")).isAccepted();
    }

    @Test
    void a_quoted_number_is_not_a_valid_count_but_is_read_as_a_number() {
        String daemonSet = """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: d}
                spec:
                  selector: {matchLabels: {app: a}}
                  updateStrategy: {rollingUpdate: {maxUnavailable: "10"}}
                  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}
                """;
        Expectation.of(daemonSet)
                .finds("count-or-percent FieldValueInvalid spec.updateStrategy.rollingUpdate.maxUnavailable");
        Expectation.of("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec:
                  selector: {matchLabels: {app: a}}
                  strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: "5"}}
                  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}
                """).finds("count-or-percent FieldValueInvalid spec.strategy.rollingUpdate.maxSurge");
    }

    @Test
    void a_disruption_budget_may_have_any_finalizer() {
        Expectation.of("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: b, finalizers: [mine]}
                spec: {maxUnavailable: 1}
                """).isAccepted();
    }

    @ParameterizedTest
    @CsvSource({"StatefulSet, 0", "Deployment, 2", "ReplicaSet, 2", "DaemonSet, 2"})
    void only_a_stateful_set_replaces_the_host_name_and_the_subdomain_of_its_pods(String kind, int faults) {
        Expectation workload = Expectation.of("""
                apiVersion: apps/v1
                kind: %s
                metadata: {name: w}
                spec:
                  selector: {matchLabels: {app: w}}
                  template:
                    metadata: {labels: {app: w}}
                    spec: {hostname: Abc, subdomain: a.b, containers: [{name: c, image: "c:1"}]}
                """.formatted(kind));
        if (faults == 0) {
            workload.isAccepted();
        } else {
            workload.finds(
                    "hostname FieldValueInvalid spec.template.spec.hostname",
                    "hostname FieldValueInvalid spec.template.spec.subdomain");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', ConfigMap",
        "'', Namespace",
        "'', PersistentVolumeClaim",
        "'', Secret",
        "'', Service",
        "'', ServiceAccount",
        "rbac.authorization.k8s.io/, Role",
        "storage.k8s.io/, StorageClass"
    })
    void a_generation_is_not_negative_where_the_server_does_not_replace_it(String group, String kind) {
        assertThat(Expectation.of(numbered(group, kind)).findings())
                .extracting(finding -> finding.rule().id())
                .contains("generation");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Pod",
        "apps/, DaemonSet",
        "apps/, Deployment",
        "apps/, ReplicaSet",
        "apps/, StatefulSet",
        "batch/, CronJob",
        "batch/, Job",
        "discovery.k8s.io/, EndpointSlice",
        "networking.k8s.io/, Ingress",
        "networking.k8s.io/, IngressClass",
        "networking.k8s.io/, NetworkPolicy",
        "policy/, PodDisruptionBudget",
        "scheduling.k8s.io/, PriorityClass"
    })
    void a_generation_that_the_server_replaces_may_be_anything(String group, String kind) {
        assertThat(Expectation.of(numbered(group, kind)).findings())
                .extracting(finding -> finding.rule().id())
                .doesNotContain("generation");
    }

    private static String numbered(String group, String kind) {
        return "{apiVersion: " + group + "v1, kind: " + kind + ", metadata: {name: a, generation: -1}}";
    }
}
