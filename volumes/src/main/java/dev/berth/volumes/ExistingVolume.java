package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A PersistentVolume that already exists in the cluster. */
public record ExistingVolume(String name) implements BindableVolume {

    /**
     * Creates a reference to a volume.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain
     */
    public ExistingVolume {
        NameFormat.DNS_SUBDOMAIN.require("PersistentVolume: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("PersistentVolume", name));
    }
}
