package dev.berth.review.effect;

import static dev.berth.finding.Effect.IN_PLACE;

import org.junit.jupiter.api.Test;

/** Objects that only their controller understands, and lists whose elements have no place of their own. */
class CustomResourcesTest {
    private static final String RULES = """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: orders, namespace: shop}
            spec:
              groups:
              - name: availability
                rules:
                - {alert: OrdersDown, expr: up == 0, for: 5m, severity: page}
                - {alert: OrdersSlow, expr: latency > 1, for: 10m, severity: ticket}
              - name: storage
                rules:
                - {alert: DiskFull, expr: free < 10, for: 1h, severity: page}
            """;
    private static final String ROLE = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: operator, namespace: shop}
            rules:
            - {apiGroups: [""], resources: [configmaps], verbs: [get]}
            - {apiGroups: [""], resources: [pods], verbs: [get, list]}
            - {apiGroups: [apps], resources: [statefulsets], verbs: [get]}
            """;

    @Test
    void a_changed_custom_resource_is_one_finding_with_a_count() {
        Triple.of(
                        RULES,
                        RULES.replace("for: 5m", "for: 2m")
                                .replace("latency > 1", "latency > 2")
                                .replace("1h", "2h"))
                .finds(IN_PLACE, "changed", "", "null", "null")
                .saying(
                        "changed",
                        "3 fields change: spec.groups[availability].rules[0].for,"
                                + " spec.groups[availability].rules[1].expr, spec.groups[storage].rules[0].for.")
                .andNothingElse();
    }

    @Test
    void a_single_field_of_a_custom_resource_is_named() {
        Triple.replacing(RULES, "for: 1h", "for: 2h")
                .finds(IN_PLACE, "changed", "spec.groups[storage].rules[0].for", "1h", "2h")
                .andNothingElse();
    }

    @Test
    void a_changed_definition_is_one_finding_with_a_count() {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: orders.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Order, plural: orders}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties: {one: {type: string}, two: {type: string}, three: {type: string}, four: {type: string}}
                """;
        Triple.of(definition, definition.replace("string", "integer"))
                .finds(IN_PLACE, "changed", "", "null", "null")
                .saying(
                        "changed",
                        "4 fields change: spec.versions[v1].schema.openAPIV3Schema.properties.one.type,"
                                + " spec.versions[v1].schema.openAPIV3Schema.properties.two.type,"
                                + " spec.versions[v1].schema.openAPIV3Schema.properties.three.type and 1 more.")
                .andNothingElse();
    }

    @Test
    void an_element_with_a_name_stays_the_same_wherever_it_is() {
        Triple.replacing(RULES, "  groups:\n", "  groups:\n  - {name: backups, rules: []}\n")
                .finds(IN_PLACE, "changed", "spec.groups[backups]", "null", "{name: backups, rules: []}")
                .andNothingElse();
    }

    @Test
    void rules_of_a_Role_are_compared_by_content() {
        Triple.replacing(
                        ROLE,
                        "rules:\n",
                        "rules:\n- {apiGroups: [batch], resources: [jobs], verbs: [create, delete]}\n")
                .finds(
                        IN_PLACE,
                        "changed",
                        "rules[0]",
                        "null",
                        "{apiGroups: [batch], resources: [jobs], verbs: [create, delete]}")
                .andNothingElse();
        Triple.replacing(ROLE, "resources: [pods], verbs: [get, list]", "resources: [pods], verbs: [get]")
                .finds(IN_PLACE, "changed", "rules[1].verbs", "[get, list]", "[get]")
                .andNothingElse();
        Triple.replacing(ROLE, "- {apiGroups: [\"\"], resources: [configmaps], verbs: [get]}\n", "")
                .finds(
                        IN_PLACE,
                        "changed",
                        "rules",
                        "{apiGroups: [\"\"], resources: [configmaps], verbs: [get]}",
                        "null")
                .andNothingElse();
    }

    @Test
    void rules_in_another_order_are_one_change() {
        String first = "- {apiGroups: [\"\"], resources: [configmaps], verbs: [get]}\n";
        Triple.of(ROLE, ROLE.replace(first, "") + first)
                .finds(IN_PLACE, "changed", "rules", "3 elements", "the same elements in another order")
                .andNothingElse();
    }

    @Test
    void subjects_of_a_binding_have_a_kind_a_namespace_and_a_name() {
        String binding = """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: operator, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: operator}
                subjects:
                - {kind: ServiceAccount, name: default, namespace: shop}
                - {kind: ServiceAccount, name: default, namespace: billing}
                """;
        Triple.replacing(binding, "subjects:\n", "subjects:\n- {kind: ServiceAccount, name: web, namespace: shop}\n")
                .finds(
                        IN_PLACE,
                        "changed",
                        "subjects[ServiceAccount shop/web]",
                        "null",
                        "{kind: ServiceAccount, name: web, namespace: shop}")
                .andNothingElse();
    }
}
