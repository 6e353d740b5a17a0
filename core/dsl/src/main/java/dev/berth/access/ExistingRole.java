package dev.berth.access;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A Role that already exists in the cluster. */
record ExistingRole(String name) implements RoleSource {

    ExistingRole {
        NameFormat.PATH_SEGMENT.require("Role: metadata.name", name);
    }

    @Override
    public String kind() {
        return "Role";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("Role", name));
    }
}
