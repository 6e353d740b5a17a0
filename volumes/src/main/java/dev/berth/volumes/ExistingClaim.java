package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A PersistentVolumeClaim that already exists in the cluster. */
public record ExistingClaim(String name) implements ClaimSource {

    /**
     * Creates a reference to a claim.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS subdomain
     */
    public ExistingClaim {
        NameFormat.DNS_SUBDOMAIN.require("PersistentVolumeClaim: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("PersistentVolumeClaim", name));
    }
}
