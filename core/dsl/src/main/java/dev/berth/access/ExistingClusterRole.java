package dev.berth.access;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A ClusterRole that already exists in the cluster. */
record ExistingClusterRole(String name) implements ClusterRoleSource {

    ExistingClusterRole {
        NameFormat.PATH_SEGMENT.require("ClusterRole: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("ClusterRole", name));
    }
}
