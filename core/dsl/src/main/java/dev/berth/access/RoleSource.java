package dev.berth.access;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** What a {@link RoleBinding} grants: a {@link Role} or a {@link ClusterRole} in the set, or an existing one. */
public sealed interface RoleSource permits Role, ExistingRole, ClusterRoleSource {

    /** The name of the role. */
    String name();

    /** {@code Role} or {@code ClusterRole}. */
    String kind();

    /** The role, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
