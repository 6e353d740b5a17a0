package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A ServiceAccount that already exists in the cluster. */
public record ExistingServiceAccount(String name) implements ServiceAccountSource {

    /**
     * Refers to a ServiceAccount.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public ExistingServiceAccount {
        NameFormat.DNS_SUBDOMAIN.require("ServiceAccount: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("ServiceAccount", name));
    }
}
