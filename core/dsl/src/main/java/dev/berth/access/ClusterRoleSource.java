package dev.berth.access;

/** What a {@link ClusterRoleBinding} grants: a {@link ClusterRole} in the set, or an existing one. */
public sealed interface ClusterRoleSource extends RoleSource permits ClusterRole, ExistingClusterRole {

    @Override
    default String kind() {
        return "ClusterRole";
    }
}
