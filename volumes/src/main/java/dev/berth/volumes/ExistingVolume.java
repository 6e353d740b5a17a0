package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A PersistentVolume that lives in the cluster already. */
public record ExistingVolume(String name) implements BindableVolume {

    /**
     * Names a volume.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
     */
    public ExistingVolume {
        NameFormat.DNS_SUBDOMAIN.require("PersistentVolume: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("PersistentVolume", name));
    }
}
