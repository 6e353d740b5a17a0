package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A PersistentVolumeClaim that lives in the cluster already. */
public record ExistingClaim(String name) implements ClaimSource {

    /**
     * Names a claim.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
     */
    public ExistingClaim {
        NameFormat.DNS_SUBDOMAIN.require("PersistentVolumeClaim: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("PersistentVolumeClaim", name));
    }
}
