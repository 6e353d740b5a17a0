package com.example.declared;

import static dev.berth.access.Verb.CREATE;
import static dev.berth.access.Verb.GET;
import static dev.berth.access.Verb.LIST;
import static dev.berth.access.Verb.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.access.ClusterRole;
import dev.berth.access.ClusterRoleBinding;
import dev.berth.access.PolicyRule;
import dev.berth.access.Role;
import dev.berth.access.RoleBinding;
import dev.berth.access.Subject;
import dev.berth.access.Verb;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ServiceAccount;
import org.junit.jupiter.api.Test;

class AccessTest {

    private final Namespace shop = Namespace.named("shop").build();
    private final ServiceAccount account = ServiceAccount.named("rabbitmq").build();
    private final Role peers = Role.named("rabbitmq-peers")
            .rule(PolicyRule.allow(GET).resources("", "endpoints"))
            .addRule(PolicyRule.allow(CREATE).resources("", "events"))
            .build();
    private final RoleBinding binding = RoleBinding.named("rabbitmq-peers")
            .role(peers)
            .subject(Subject.serviceAccount(account))
            .build();
    private final ClusterRole nodes = ClusterRole.named("node-reader")
            .rule(PolicyRule.allow(GET, LIST, WATCH).resources("", "nodes"))
            .addRule(PolicyRule.allow(GET).nonResourceUrls("/metrics"))
            .build();

    @Test
    void a_role_allows_verbs_on_resources() {
        var role = Role.named("leader")
                .rule(PolicyRule.allow(GET, new Verb("update"))
                        .resources("coordination.k8s.io", "leases")
                        .resourceNames("rabbitmq-leader"))
                .addRule(PolicyRule.allow(Verb.ALL)
                        .resources("apps", "statefulsets", "statefulsets/scale")
                        .apiGroup("extensions"))
                .build();
        assertThat(Yaml.of(role)).isEqualTo("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: leader
                rules:
                - apiGroups:
                  - coordination.k8s.io
                  resources:
                  - leases
                  resourceNames:
                  - rabbitmq-leader
                  verbs:
                  - get
                  - update
                - apiGroups:
                  - apps
                  - extensions
                  resources:
                  - statefulsets
                  - statefulsets/scale
                  verbs:
                  - "*"
                """);
    }

    @Test
    void a_cluster_role_also_allows_paths_of_the_api_server() {
        assertThat(Yaml.of(nodes)).isEqualTo("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: node-reader
                rules:
                - apiGroups:
                  - ""
                  resources:
                  - nodes
                  verbs:
                  - get
                  - list
                  - watch
                - nonResourceURLs:
                  - /metrics
                  verbs:
                  - get
                """);
    }

    @Test
    void a_binding_refers_to_its_role_and_its_subjects_by_value_and_fills_in_the_namespace_of_the_file() {
        assertThat(Yaml.of(ManifestFile.of("access.yaml", binding).in(shop), binding))
                .isEqualTo("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: rabbitmq-peers
                          namespace: shop
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: Role
                          name: rabbitmq-peers
                        subjects:
                        - kind: ServiceAccount
                          name: rabbitmq
                          namespace: shop
                        """);
        assertThat(binding.existing()).isEmpty();
    }

    @Test
    void a_cluster_role_can_be_granted_in_every_namespace_to_subjects_of_any_namespace() {
        var everywhere = ClusterRoleBinding.named("shop-node-reader")
                .role(nodes)
                .subject(Subject.serviceAccount(account).in(shop))
                .addSubject(Subject.user("jane"))
                .addSubject(Subject.group("system:authenticated"))
                .build();
        assertThat(Yaml.of(everywhere)).isEqualTo("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-node-reader
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: node-reader
                subjects:
                - kind: ServiceAccount
                  name: rabbitmq
                  namespace: shop
                - apiGroup: rbac.authorization.k8s.io
                  kind: User
                  name: jane
                - apiGroup: rbac.authorization.k8s.io
                  kind: Group
                  name: system:authenticated
                """);
        var file = ManifestFile.of("access.yaml", everywhere)
                .in(Namespace.named("other").build());
        assertThat(Yaml.of(file, everywhere)).as("what is declared stays").isEqualTo(Yaml.of(everywhere));
    }

    @Test
    void what_exists_in_the_cluster_is_declared_as_existing() {
        var view = RoleBinding.named("view")
                .role(ClusterRole.existing("view"))
                .subject(Subject.serviceAccount(ServiceAccount.existing("ci")))
                .build();
        var local = RoleBinding.named("local")
                .role(Role.existing("operator"))
                .subject(Subject.serviceAccount(account))
                .build();
        assertThat(view.existing())
                .containsExactly(new ExistingObject("ClusterRole", "view"), new ExistingObject("ServiceAccount", "ci"));
        assertThat(local.existing()).containsExactly(new ExistingObject("Role", "operator"));
    }

    @Test
    void a_rule_that_would_allow_nothing_is_refused_where_it_is_created() {
        assertRefused(
                () -> PolicyRule.allow(GET).resources("", "Pod"),
                "PolicyRule resource: Invalid value: \"Pod\": must be a resource in lower case and in the plural, such"
                        + " as pods");
        assertRefused(
                () -> PolicyRule.allow(GET).resources("apps/v1", "statefulsets"),
                "PolicyRule apiGroup: Invalid value: \"apps/v1\": must be a group without a version, such as \"apps\"");
        assertRefused(
                () -> PolicyRule.allow(GET).nonResourceUrls("metrics"),
                "PolicyRule nonResourceURL: Invalid value: \"metrics\": must start with '/', or be '*'");
        assertRefused(() -> new Verb(""), "Verb: Invalid value: \"\": must not be empty");
        assertRefused(() -> Subject.user(""), "Subject User: Invalid value: \"\": must not be empty");
        assertRefused(
                () -> Role.existing("a/b"),
                "Role: metadata.name: Invalid value: \"a/b\": must not be empty, '.' or '..', and not contain '/' or"
                        + " '%'");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
