package dev.berth.rules.kind;

import static dev.berth.rules.kind.JudgedKinds.row;
import static dev.berth.rules.kind.Scope.CLUSTER;
import static dev.berth.rules.kind.Scope.NAMESPACED;

import dev.berth.finding.Rule;
import dev.berth.rules.access.RoleBindingRules;
import dev.berth.rules.access.RoleRules;
import dev.berth.rules.update.ImmutableFields;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;

/** The rows of roles and their bindings. */
final class AccessKinds {
    private static final String GROUP = "rbac.authorization.k8s.io/v1";

    static final List<Kind> ROWS = List.of(
            row(GROUP, "ClusterRole", CLUSTER, () -> KindRow.of(ClusterRole.class)
                    .withoutDefaults(JudgedKinds.NO_DEFAULTS)
                    .create(RoleRules::check)
                    .withoutUpdateRules(JudgedKinds.CREATE_RULES_AGAIN)
                    .keyOrder("ClusterRole")
                    .withoutPods()),
            row(GROUP, "ClusterRoleBinding", CLUSTER, () -> KindRow.of(ClusterRoleBinding.class)
                    .defaults(RoleBindingRules::fillIn)
                    .create(RoleBindingRules::check)
                    .update(role())
                    .keyOrder("ClusterRoleBinding")
                    .withoutPods()),
            row(GROUP, "Role", NAMESPACED, () -> KindRow.of(Role.class)
                    .withoutDefaults(JudgedKinds.NO_DEFAULTS)
                    .create(RoleRules::check)
                    .withoutUpdateRules(JudgedKinds.CREATE_RULES_AGAIN)
                    .withoutKeyOrder(JudgedKinds.GENERAL_ORDER)
                    .withoutPods()),
            row(GROUP, "RoleBinding", NAMESPACED, () -> KindRow.of(RoleBinding.class)
                    .defaults(RoleBindingRules::fillIn)
                    .create(RoleBindingRules::check)
                    .update(role())
                    .keyOrder("RoleBinding")
                    .withoutPods()));

    private AccessKinds() {}

    private static ImmutableFields role() {
        return ImmutableFields.of(
                new Rule("binding-role", "ValidateRoleBindingUpdate", "pkg/apis/rbac/validation/validation.go"),
                "roleRef");
    }
}
