package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A ServiceAccount that lives in the cluster already. */
public record ExistingServiceAccount(String name) implements ServiceAccountSource {

    /**
     * Names a ServiceAccount.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
     */
    public ExistingServiceAccount {
        NameFormat.DNS_SUBDOMAIN.require("ServiceAccount: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("ServiceAccount", name));
    }
}
