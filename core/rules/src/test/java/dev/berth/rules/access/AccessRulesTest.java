package dev.berth.rules.access;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
    private static Expectation access(String kind, String fields) {
        return Expectation.of("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: %s
                metadata: {name: "system:reader"}
                %s
                """.formatted(kind, fields));
    }

    @Test
    void a_rule_has_verbs_groups_and_resources() {
        access("Role", "rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]")
                .isAccepted();
        access("Role", "rules: [{resources: [pods]}, {verbs: [get], apiGroups: [apps]}]")
                .finds(
                        "role-verbs FieldValueRequired rules[0].verbs",
                        "role-resources FieldValueRequired rules[0].apiGroups",
                        "role-resources FieldValueRequired rules[1].resources");
    }

    @Test
    void only_a_cluster_role_has_urls_and_not_with_resources() {
        access("ClusterRole", "rules: [{nonResourceURLs: [/metrics], verbs: [get]}]")
                .isAccepted();
        access("Role", "rules: [{nonResourceURLs: [/metrics], verbs: [get]}]")
                .finds("role-urls FieldValueInvalid rules[0].nonResourceURLs");
        access("ClusterRole", "rules: [{nonResourceURLs: [/metrics], resources: [pods], verbs: [get]}]")
                .finds("role-urls FieldValueInvalid rules[0].nonResourceURLs");
    }

    @Test
    void a_role_that_combines_others_selects_them() {
        access("ClusterRole", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}")
                .isAccepted();
        access("ClusterRole", "aggregationRule: {}")
                .finds("role-aggregation FieldValueRequired aggregationRule.clusterRoleSelectors");
        access("ClusterRole", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: ' '}}]}")
                .finds(
                        "label-value FieldValueInvalid aggregationRule.clusterRoleSelectors[0].matchLabels",
                        "role-aggregation-selector FieldValueInvalid aggregationRule.clusterRoleSelectors[0]");
    }

    @Test
    void a_binding_names_a_role_of_its_scope() {
        access("RoleBinding", "roleRef: {kind: Role, name: r}").isAccepted();
        access("ClusterRoleBinding", "roleRef: {kind: Role, name: r}")
                .finds("binding-role-ref FieldValueNotSupported roleRef.kind");
        access("RoleBinding", "roleRef: {kind: ClusterRole, name: '', apiGroup: apps}")
                .finds(
                        "binding-role-ref FieldValueNotSupported roleRef.apiGroup",
                        "binding-role-ref FieldValueRequired roleRef.name");
        access("RoleBinding", "roleRef: {kind: Role, name: a/b}")
                .finds("binding-role-ref FieldValueInvalid roleRef.name");
    }

    @Test
    void a_subject_is_a_user_a_group_or_a_service_account() {
        String role = "roleRef: {kind: ClusterRole, name: r}\nsubjects: ";
        access(
                        "RoleBinding",
                        role + "[{kind: User, name: a@b}, {kind: Group, name: g}, {kind: ServiceAccount, name: s}]")
                .isAccepted();
        access("ClusterRoleBinding", role + "[{kind: ServiceAccount, name: s}]")
                .finds("binding-subject FieldValueRequired subjects[0].namespace");
        access(
                        "RoleBinding",
                        role + "[{kind: ServiceAccount, name: S_, apiGroup: a}, {kind: User}, {kind: user, name: u}]")
                .finds(
                        "binding-subject FieldValueInvalid subjects[0].name",
                        "binding-subject FieldValueNotSupported subjects[0].apiGroup",
                        "binding-subject FieldValueRequired subjects[1].name",
                        "binding-subject FieldValueNotSupported subjects[2].kind");
    }
}
